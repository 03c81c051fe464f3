#include "koyomi-commands.h"

#include "koyomi-assignment.h"
#include "koyomi-day.h"
#include "koyomi-holidays.h"
#include "koyomi-json.h"
#include "koyomi-list-rules.h"
#include "koyomi-list-teams.h"
#include "koyomi-lists.h"
#include "koyomi-recurrence.h"

#include <string.h>

/* What is shown of a table's rows to people; JSON has every field. Ends with 0. A table that is not named here shows its first
 * fields. */
static const int columns[KOYOMI_N_TABLES][8] = {
  [KOYOMI_TABLE_FUNCTION] = { KOYOMI_FUNCTION_CODE, KOYOMI_FUNCTION_GROUP, KOYOMI_FUNCTION_NAME },
  [KOYOMI_TABLE_DUTY] = { KOYOMI_DUTY_FUNCTION, KOYOMI_DUTY_KIND, KOYOMI_DUTY_TITLE },
  [KOYOMI_TABLE_ASSIGNMENT] = { KOYOMI_ASSIGNMENT_FUNCTION, KOYOMI_ASSIGNMENT_TEAM, KOYOMI_ASSIGNMENT_LETTERS,
                                KOYOMI_ASSIGNMENT_PERSON, KOYOMI_ASSIGNMENT_DEPUTY, KOYOMI_ASSIGNMENT_FROM_DAY, KOYOMI_ASSIGNMENT_TO_DAY },
  [KOYOMI_TABLE_ACTIVITY] = { KOYOMI_ACTIVITY_FUNCTION, KOYOMI_ACTIVITY_TITLE, KOYOMI_ACTIVITY_TEAM, KOYOMI_ACTIVITY_RULE },
  [KOYOMI_TABLE_OCCURRENCE] = { KOYOMI_OCCURRENCE_FIRST_DAY, KOYOMI_OCCURRENCE_LAST_DAY, KOYOMI_OCCURRENCE_STATUS,
                                KOYOMI_OCCURRENCE_FUNCTION, KOYOMI_OCCURRENCE_TITLE },
  [KOYOMI_TABLE_MEETING] = { KOYOMI_MEETING_DAY, KOYOMI_MEETING_COMMITTEE, KOYOMI_MEETING_STATUS },
  [KOYOMI_TABLE_CONTROL] = { KOYOMI_CONTROL_CODE, KOYOMI_CONTROL_NAME, KOYOMI_CONTROL_STATUS },
  [KOYOMI_TABLE_FINDING] = { KOYOMI_FINDING_NUMBER, KOYOMI_FINDING_GRADE, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_DUE_DAY,
                             KOYOMI_FINDING_TITLE },
  [KOYOMI_TABLE_REPORT_ISSUE] = { KOYOMI_REPORT_ISSUE_ID, KOYOMI_REPORT_ISSUE_ISSUED_AT, KOYOMI_REPORT_ISSUE_REPORT, KOYOMI_REPORT_ISSUE_FIRST_DAY,
                                  KOYOMI_REPORT_ISSUE_EDITION, KOYOMI_REPORT_ISSUE_FILE_NAME, KOYOMI_REPORT_ISSUE_SHA256 },
  [KOYOMI_TABLE_CLOCK] = { KOYOMI_CLOCK_CODE, KOYOMI_CLOCK_REGIME, KOYOMI_CLOCK_STAGE, KOYOMI_CLOCK_AMOUNT, KOYOMI_CLOCK_UNIT },
};

#define N_FIRST_FIELDS 5

typedef struct _List List;

struct _List
{
  KoyomiSession    *session;
  KoyomiLanguage    language;
  KoyomiTableId     table;
  KoyomiFiscalYear  year;
  gboolean          year_given;
  const char       *catalogue;    /* (nullable) */
  guint32           day;          /* of assignments and teams; KOYOMI_DAY_NONE for whenever */
  GHashTable       *records[KOYOMI_N_TABLES]; /* id -> record */
  gboolean        (*list) (List      *self,
                           gboolean   json,
                           GError   **error);
};

static void
clear_list (List *self)
{
  g_clear_object (&self->session);
  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    g_clear_pointer (&self->records[i], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, clear_list)

/* Returns: (transfer none) (nullable): a row that another one refers to; a table is read whole when it is first needed */
static KoyomiRecord *
look_up (List          *self,
         KoyomiTableId  table,
         gint64         id)
{
  if (id == 0)
    return NULL;

  if (self->records[table] == NULL &&
      (self->records[table] = koyomi_session_index (self->session, table, self->language, NULL)) == NULL)
    return NULL;

  return g_hash_table_lookup (self->records[table], &id);
}

static const char *
get_title (List         *self,
           KoyomiRecord *record)
{
  const char *title = koyomi_record_get_title (record);
  KoyomiRecord *parent = NULL;

  if (*title != '\0')
    return title;

  /* What has no name of its own goes by that of what it belongs to. */
  if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_OCCURRENCE)
    parent = look_up (self, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY));
  else if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_MEETING)
    parent = look_up (self, KOYOMI_TABLE_COMMITTEE, koyomi_record_get_int (record, KOYOMI_MEETING_COMMITTEE));

  return parent != NULL ? koyomi_record_get_title (parent) : title;
}

static const char *
get_catalogue (List         *self,
               KoyomiRecord *function)
{
  KoyomiRecord *group = look_up (self, KOYOMI_TABLE_GROUP, koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP));
  KoyomiRecord *catalogue = look_up (self, KOYOMI_TABLE_CATALOGUE, koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE));

  return koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE);
}

/* The function that the row is or belongs to; NULL in tables that have nothing to do with functions. */
static KoyomiRecord *
get_function (List         *self,
              KoyomiRecord *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  int field = koyomi_table_find_field (table, "function_id");

  if (self->table == KOYOMI_TABLE_FUNCTION)
    return record;

  return field >= 0 ? look_up (self, KOYOMI_TABLE_FUNCTION, koyomi_record_get_int (record, self->table << 8 | field)) : NULL;
}

static gboolean
is_in_catalogue (List         *self,
                 KoyomiRecord *record)
{
  KoyomiRecord *function = get_function (self, record);
  const char *catalogue;

  if (function == NULL)
    return self->catalogue == NULL;

  catalogue = get_catalogue (self, function);
  if (self->catalogue != NULL)
    return strcmp (self->catalogue, "all") == 0 || strcmp (self->catalogue, catalogue) == 0;

  /* Unasked, the functions are those of the annual calendar. */
  return self->table != KOYOMI_TABLE_FUNCTION || strcmp (catalogue, "cric") == 0 || strcmp (catalogue, "own") == 0;
}

static gboolean
is_in_year (List         *self,
            KoyomiRecord *record)
{
  static const char * const first_fields[] = { "first_day", "day", "month" };
  const KoyomiTable *table = koyomi_record_get_table (record);
  int last_field = koyomi_table_find_field (table, "last_day");

  if (!self->year_given || self->table == KOYOMI_TABLE_ACTIVITY)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (first_fields); i++)
    {
      int field = koyomi_table_find_field (table, first_fields[i]);
      guint32 first_day, last_day;

      if (field < 0)
        continue;

      first_day = koyomi_record_get_day (record, self->table << 8 | field);
      last_day = last_field >= 0 ? koyomi_record_get_day (record, self->table << 8 | last_field) : first_day;

      return first_day <= koyomi_fiscal_year_get_last_day (self->year) &&
             (last_day == KOYOMI_DAY_NONE || last_day >= koyomi_fiscal_year_get_first_day (self->year));
    }

  return TRUE;
}

static gboolean
holds_on_day (List         *self,
              KoyomiRecord *record)
{
  return self->day == KOYOMI_DAY_NONE || self->table != KOYOMI_TABLE_ASSIGNMENT || koyomi_assignment_holds_on (record, self->day);
}

/* The place of what a row refers to, among rows of its table. */
static gint64
get_place (List         *self,
           KoyomiRecord *assignment,
           int           reference,
           int           position)
{
  KoyomiRecord *target = look_up (self, KOYOMI_FIELD_TABLE (position), koyomi_record_get_int (assignment, reference));

  return target != NULL ? koyomi_record_get_int (target, position) : 0;
}

/* As the matrix has them: by catalogue, function and team. */
static int
compare_assignments_cb (gconstpointer a,
                        gconstpointer b,
                        gpointer      data)
{
  List *self = data;
  KoyomiRecord *first = *(KoyomiRecord * const *) a;
  KoyomiRecord *second = *(KoyomiRecord * const *) b;
  int order = strcmp (get_catalogue (self, get_function (self, first)), get_catalogue (self, get_function (self, second)));
  gint64 difference = get_place (self, first, KOYOMI_ASSIGNMENT_FUNCTION, KOYOMI_FUNCTION_POSITION) -
                      get_place (self, second, KOYOMI_ASSIGNMENT_FUNCTION, KOYOMI_FUNCTION_POSITION);

  if (difference == 0)
    difference = get_place (self, first, KOYOMI_ASSIGNMENT_TEAM, KOYOMI_TEAM_POSITION) -
                 get_place (self, second, KOYOMI_ASSIGNMENT_TEAM, KOYOMI_TEAM_POSITION);

  return order != 0 ? order : (difference > 0) - (difference < 0);
}

static char *
format_cell (List         *self,
             KoyomiRecord *record,
             int           constant)
{
  const KoyomiField *field = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (constant)];
  KoyomiRecord *target;

  if (constant == KOYOMI_OCCURRENCE_TITLE)
    return g_strdup (get_title (self, record));

  if (constant == KOYOMI_ASSIGNMENT_FUNCTION && (target = get_function (self, record)) != NULL)
    return g_strdup_printf ("%s %s", koyomi_record_get_text (target, KOYOMI_FUNCTION_CODE), get_title (self, target));

  if (constant == KOYOMI_OCCURRENCE_STATUS)
    return g_strdup (koyomi_state_get_label (koyomi_occurrence_get_state (record, koyomi_day_today ()), self->language));

  if (constant == KOYOMI_ACTIVITY_RULE)
    {
      KoyomiRecurrence rule;

      if (koyomi_recurrence_parse (&rule, koyomi_record_get_text (record, constant), NULL))
        return koyomi_recurrence_describe (&rule, koyomi_record_get_day (record, KOYOMI_ACTIVITY_FIRST_DAY), self->language);
    }

  if (field->type == KOYOMI_FIELD_REF && (target = look_up (self, field->target, koyomi_record_get_int (record, constant))) != NULL)
    return g_strdup (get_title (self, target));

  return koyomi_record_format (record, constant, self->language);
}

static GArray *
choose_columns (List *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (int));
  const KoyomiTable *table = koyomi_dictionary_get_table (self->table);

  for (guint i = 0; i < G_N_ELEMENTS (columns[0]) && columns[self->table][i] != 0; i++)
    g_array_append_val (chosen, columns[self->table][i]);

  for (guint i = 1; chosen->len < N_FIRST_FIELDS && columns[self->table][0] == 0 && i < table->n_fields; i++)
    {
      int constant = self->table << 8 | i;

      if (strcmp (table->fields[i].name, "position") != 0)
        g_array_append_val (chosen, constant);
    }

  return chosen;
}

static void
print_text (List      *self,
            GPtrArray *rows)
{
  g_autoptr(GArray) chosen = choose_columns (self);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint widths[8] = { 0 };

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < chosen->len; j++)
      {
        char *cell = format_cell (self, g_ptr_array_index (rows, i), g_array_index (chosen, int, j));

        g_ptr_array_add (cells, cell);
        widths[j] = MAX (widths[j], koyomi_text_get_width (cell));
      }

  for (guint i = 0; i < rows->len; i++)
    {
      for (guint j = 0; j < chosen->len; j++)
        koyomi_print_column (g_ptr_array_index (cells, i * chosen->len + j), j + 1 < chosen->len ? widths[j] : 0);
      koyomi_print ("\n");
    }
}

/* What a reader would otherwise have to look up or reckon. */
static void
add_derived (List         *self,
             JsonBuilder  *builder,
             KoyomiRecord *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  KoyomiRecord *function = get_function (self, record);

  for (guint i = 1; i < table->n_fields; i++)
    if (table->fields[i].type == KOYOMI_FIELD_REF)
      {
        KoyomiRecord *target = look_up (self, table->fields[i].target, koyomi_record_get_int (record, self->table << 8 | i));
        g_autofree char *name = g_strndup (table->fields[i].name, strlen (table->fields[i].name) - strlen ("_id"));

        koyomi_json_add_text (builder, name, target != NULL ? get_title (self, target) : "");
      }

  if (function != NULL)
    {
      koyomi_json_add_text (builder, "catalogue", get_catalogue (self, function));
      koyomi_json_add_text (builder, "function_code", koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE));
    }

  if (self->table == KOYOMI_TABLE_OCCURRENCE)
    {
      KoyomiState state = koyomi_occurrence_get_state (record, koyomi_day_today ());

      koyomi_json_add_text (builder, "state", koyomi_state_get_nick (state));
      json_builder_set_member_name (builder, "moved");
      json_builder_add_boolean_value (builder, koyomi_occurrence_is_moved (record));
    }

  if (self->table == KOYOMI_TABLE_OCCURRENCE || self->table == KOYOMI_TABLE_MEETING)
    koyomi_json_add_text (builder, "name", get_title (self, record));
}

static void
print_json (List      *self,
            GPtrArray *rows)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      json_builder_begin_object (builder);
      koyomi_json_add_record (builder, g_ptr_array_index (rows, i));
      add_derived (self, builder, g_ptr_array_index (rows, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

static gboolean
list_table (List      *self,
            gboolean   json,
            GError   **error)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, self->table, 0, 0, self->language, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = rows->len; i > 0; i--)
    if (!is_in_year (self, g_ptr_array_index (rows, i - 1)) || !is_in_catalogue (self, g_ptr_array_index (rows, i - 1)) ||
        !holds_on_day (self, g_ptr_array_index (rows, i - 1)))
      g_ptr_array_remove_index (rows, i - 1);

  if (self->table == KOYOMI_TABLE_ASSIGNMENT)
    g_ptr_array_sort_with_data (rows, compare_assignments_cb, self);

  if (json)
    print_json (self, rows);
  else
    print_text (self, rows);

  return TRUE;
}

/* The public holidays of the fiscal year, and the company's own days off. */
static gboolean
list_holidays (List      *self,
               gboolean   json,
               GError   **error)
{
  g_autoptr(KoyomiWorkCalendar) calendar = koyomi_session_load_work_calendar (self->session, self->language, error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (calendar == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint32 day = koyomi_fiscal_year_get_first_day (self->year); day <= koyomi_fiscal_year_get_last_day (self->year); day++)
    {
      const char *name = koyomi_work_calendar_get_name (calendar, day, self->language);
      g_autofree char *date = koyomi_day_format (day);

      if (name == NULL)
        continue;

      if (!json)
        koyomi_print ("%s  %s\n", date, name);

      json_builder_begin_object (builder);
      koyomi_json_add_text (builder, "day", date);
      koyomi_json_add_text (builder, "name", name);
      json_builder_set_member_name (builder, "public");
      json_builder_add_boolean_value (builder, koyomi_holidays_contains (day));
      json_builder_set_member_name (builder, "business_day");
      json_builder_add_boolean_value (builder, koyomi_work_calendar_is_business_day (calendar, day));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (json)
    koyomi_json_print (builder);

  return TRUE;
}

static gboolean
list_teams (List      *self,
            gboolean   json,
            GError   **error)
{
  return koyomi_list_teams (self->session, self->catalogue, self->day != KOYOMI_DAY_NONE ? self->day : koyomi_day_today (),
                            self->day != KOYOMI_DAY_NONE, self->language, json, error);
}

/* What “koyomi-cli lint” goes by. */
static gboolean
list_rules (List      *self,
            gboolean   json,
            GError   **error)
{
  koyomi_list_rules (self->session, self->language, json);

  return TRUE;
}

/* What incidents must be reported for; “reporting-duties” are the rows that this is reckoned by. */
static gboolean
list_applicability (List      *self,
                    gboolean   json,
                    GError   **error)
{
  return koyomi_list_applicability (self->session, self->language, json, error);
}

static gboolean
list_deadlines (List      *self,
                gboolean   json,
                GError   **error)
{
  return koyomi_list_deadlines (self->session, self->language, json, error);
}

static gboolean
list_clocks (List      *self,
             gboolean   json,
             GError   **error)
{
  return koyomi_list_clocks (self->session, self->language, json, error);
}

/* Who has taken part in one; the drills themselves are incidents. */
static gboolean
list_drills (List      *self,
             gboolean   json,
             GError   **error)
{
  return koyomi_list_drills (self->session, self->language, json, error);
}

static gboolean
list_incidents (List      *self,
                gboolean   json,
                GError   **error)
{
  return koyomi_list_incidents (self->session, self->year_given ? &self->year : NULL, self->language, json, error);
}

static gboolean
list_load (List      *self,
           gboolean   json,
           GError   **error)
{
  return koyomi_list_load (self->session, self->year, self->language, json, error);
}

/* Unasked, the functions are the roles of the ISOG-J textbook, for which the levels are made. */
static gboolean
list_maturity (List      *self,
               gboolean   json,
               GError   **error)
{
  return koyomi_list_maturity (self->session, self->catalogue != NULL ? self->catalogue : "isogj", self->language, json, error);
}

/* What is not simply the rows of a table. */
static const struct
{
  const char  *name;
  gboolean   (*list) (List      *self,
                      gboolean   json,
                      GError   **error);
} reckoned[] = {
  { "applicability", list_applicability },
  { "clocks", list_clocks },
  { "deadlines", list_deadlines },
  { "drills", list_drills },
  { "holidays", list_holidays },
  { "incidents", list_incidents },
  { "load", list_load },
  { "maturity", list_maturity },
  { "rules", list_rules },
  { "teams", list_teams },
};

/* What was given out is asked for by the word that people use. */
#define REPORTS "reports"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What “list” can be asked for, in the help of the command. */
void
koyomi_lists_print (KoyomiLanguage language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, REPORTS);
  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    g_ptr_array_add (names, (char *) koyomi_dictionary_get_table (i)->list_name);
  for (guint i = 0; i < G_N_ELEMENTS (reckoned); i++)
    if (koyomi_dictionary_find_list (reckoned[i].name) == NULL)
      g_ptr_array_add (names, (char *) reckoned[i].name);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);

  koyomi_print ("\n");
  /* Translators: in the help of the command “list”, with the words that can be given for WHAT */
  koyomi_print (koyomi_tr (language, N_("WHAT is one of: %s.")), joined);
  koyomi_print ("\n");
}

/* The table is KOYOMI_N_TABLES for lists that are of none. */
static gboolean
choose_list (List       *self,
             const char *what)
{
  const KoyomiTable *table = koyomi_dictionary_find_list (strcmp (what, REPORTS) == 0 ? "report-issues" : what);

  self->table = table != NULL ? koyomi_table_get_id (table) : KOYOMI_N_TABLES;
  self->list = table != NULL ? list_table : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reckoned); i++)
    if (strcmp (what, reckoned[i].name) == 0)
      self->list = reckoned[i].list;

  return self->list != NULL;
}

KoyomiExit
koyomi_command_list (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  gboolean json = FALSE;
  g_autofree char *catalogue = NULL;
  g_autofree char *fiscal_year = NULL;
  g_autofree char *day = NULL;
  const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue, N_("Only what belongs to functions of this catalogue"), "cric|isogj|x1060|own|all" },
    { "fiscal-year", 0, 0, G_OPTION_ARG_FILENAME, &fiscal_year, N_("Only what lies in this fiscal year"), N_("YEAR") },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &day, N_("Only the assignments that hold, or the teams that are active, on this day"), N_("DAY") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, every field"), NULL },
    { NULL }
  };
  g_auto(List) list = { .language = shell->language };
  g_autoptr(GError) error = NULL;
  gint64 year = 0;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "list", entries, 2, &argc, &argv, &exit))
    return exit;

  if (!choose_list (&list, argv[2]))
    {
      g_autofree char *message = g_strdup_printf (koyomi_tr (shell->language, N_("there is no list “%s”; "
                                                                                "“koyomi-cli list --help” names them")), argv[2]);

      return koyomi_shell_misuse (shell, message);
    }

  if (fiscal_year != NULL && !g_ascii_string_to_signed (fiscal_year, 10, 1900, 2200, &year, NULL))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--fiscal-year wants a year such as 2026")));

  if (day != NULL && (list.day = koyomi_day_parse (day, NULL)) == KOYOMI_DAY_NONE)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--day wants a day such as 2026-04-20")));

  if (day != NULL && list.table != KOYOMI_TABLE_ASSIGNMENT && list.table != KOYOMI_TABLE_TEAM)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--day is for assignments and teams")));

  if ((list.session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  list.year = koyomi_session_get_fiscal_year (list.session, koyomi_day_today ());
  list.year_given = fiscal_year != NULL;
  if (list.year_given)
    list.year.year = year;

  list.catalogue = catalogue;
  if (catalogue != NULL && !g_strv_contains ((const char *[]) { "cric", "isogj", "x1060", "own", "all", NULL }, catalogue))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--catalogue wants cric, isogj, x1060, own or all")));

  if (list.list == list_maturity && g_strcmp0 (catalogue, "all") == 0)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("maturity is listed for one catalogue at a time")));

  if (!list.list (&list, json, &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  return KOYOMI_EXIT_DONE;
}
