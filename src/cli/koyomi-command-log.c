#include "koyomi-commands.h"

#include "koyomi-change-log.h"
#include "koyomi-history.h"
#include "koyomi-json.h"

/* An entry that changed more rows than this is told in numbers, unless everything is asked for. */
#define MAX_ROWS 50

typedef struct
{
  KoyomiSession  *session;
  KoyomiLanguage  language;
  gboolean        full;
} Log;

static const char * const kind_nicks[] = { "edit", "undo", "redo" };
static const char * const change_nicks[] = { "insert", "update", "delete" };

static char *
format_moment (gint64 at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_local (moment);

  return g_date_time_format (local, "%Y-%m-%d %H:%M:%S %Z");
}

static void
print_entry (Log               *self,
             const KoyomiEntry *entry)
{
  g_autofree char *moment = format_moment (entry->at);

  koyomi_print ("#%" G_GINT64_FORMAT "  %s  %s  ", entry->seq, moment, entry->actor);
  if (entry->kind == KOYOMI_ENTRY_UNDO)
    /* Translators: number and label of the edit that was undone */
    koyomi_print (koyomi_tr (self->language, N_("Undo of #%d: %s\n")), (int) entry->target, entry->label);
  else if (entry->kind == KOYOMI_ENTRY_REDO)
    koyomi_print (koyomi_tr (self->language, N_("Redo of #%d: %s\n")), (int) entry->target, entry->label);
  else
    koyomi_print ("%s\n", entry->label);
}

/* Fields that say nothing, before or after, are left out. */
static void
print_field (Log                     *self,
             const KoyomiRowChange   *row,
             const KoyomiFieldChange *change)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (row->table)->fields[KOYOMI_FIELD_INDEX (change->field)];
  g_autofree char *old_value = koyomi_session_format_change (self->session, change, FALSE, self->language);
  g_autofree char *new_value = koyomi_session_format_change (self->session, change, TRUE, self->language);
  const char *label = koyomi_tr (self->language, field->label);

  if (row->kind == KOYOMI_CHANGE_INSERT ? *new_value == '\0' : row->kind == KOYOMI_CHANGE_DELETE && *old_value == '\0')
    return;

  koyomi_print ("      %s: ", label);
  if (row->kind == KOYOMI_CHANGE_INSERT)
    koyomi_print ("→ %s\n", new_value);
  else if (row->kind == KOYOMI_CHANGE_DELETE)
    koyomi_print ("%s →\n", old_value);
  else
    koyomi_print ("%s → %s\n", old_value, new_value);
}

static void
print_row (Log                   *self,
           const KoyomiRowChange *row)
{
  static const char signs[] = { '+', '*', '-' };
  g_autofree char *name = koyomi_session_name_row (self->session, row, self->language);

  koyomi_print ("    %c %s “%s”%s%s%s\n", signs[row->kind], koyomi_tr (self->language, koyomi_dictionary_get_table (row->table)->label),
                name, row->is_translation ? " (" : "", row->is_translation ? koyomi_language_get_code (row->language) : "",
                row->is_translation ? ")" : "");

  for (guint i = 0; i < row->fields->len; i++)
    print_field (self, row, &g_array_index (row->fields, KoyomiFieldChange, i));
}

static void
print_summary (Log       *self,
               GPtrArray *rows)
{
  guint counts[KOYOMI_N_TABLES][3] = { { 0 } };

  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiRowChange *row = g_ptr_array_index (rows, i);

      if (!row->is_translation)
        counts[row->table][row->kind]++;
    }

  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    if (counts[i][0] + counts[i][1] + counts[i][2] > 0)
      {
        koyomi_print ("    ");
        koyomi_print_column (koyomi_tr (self->language, koyomi_dictionary_get_table (i)->label), 28);
        koyomi_print ("+%u *%u -%u\n", counts[i][0], counts[i][1], counts[i][2]);
      }

  koyomi_print ("    %s\n", koyomi_tr (self->language, N_("(--full shows each field)")));
}

static gboolean
print_text (Log        *self,
            GPtrArray  *entries,
            GError    **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const KoyomiEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(GPtrArray) rows = koyomi_session_list_changes (self->session, entry->seq, error);

      if (rows == NULL)
        return FALSE;

      print_entry (self, entry);
      if (rows->len > MAX_ROWS && !self->full)
        print_summary (self, rows);
      else
        for (guint j = 0; j < rows->len; j++)
          print_row (self, g_ptr_array_index (rows, j));
    }

  return TRUE;
}

static void
add_field (Log                     *self,
           JsonBuilder             *builder,
           const KoyomiFieldChange *change,
           KoyomiChangeKind         kind)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (change->field));
  const KoyomiField *field = &table->fields[KOYOMI_FIELD_INDEX (change->field)];

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "field", field->name);
  koyomi_json_add_text (builder, "label", koyomi_tr (self->language, field->label));
  if (kind != KOYOMI_CHANGE_INSERT)
    {
      json_builder_set_member_name (builder, "old");
      koyomi_json_add_field (builder, field, change->old_integer, change->old_real, change->old_text);
    }
  if (kind != KOYOMI_CHANGE_DELETE)
    {
      json_builder_set_member_name (builder, "new");
      koyomi_json_add_field (builder, field, change->new_integer, change->new_real, change->new_text);
    }
  json_builder_end_object (builder);
}

static void
add_row (Log                   *self,
         JsonBuilder           *builder,
         const KoyomiRowChange *row)
{
  g_autofree char *name = koyomi_session_name_row (self->session, row, self->language);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, row->row);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "table", koyomi_dictionary_get_table (row->table)->name);
  koyomi_json_add_text (builder, "id", key);
  koyomi_json_add_text (builder, "name", name);
  koyomi_json_add_text (builder, "change", change_nicks[row->kind]);
  if (row->is_translation)
    koyomi_json_add_text (builder, "language", koyomi_language_get_code (row->language));

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < row->fields->len; i++)
    add_field (self, builder, &g_array_index (row->fields, KoyomiFieldChange, i), row->kind);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_entry (Log               *self,
           JsonBuilder       *builder,
           const KoyomiEntry *entry,
           GPtrArray         *rows)
{
  g_autofree char *at = koyomi_field_format_value (&(KoyomiField) { .type = KOYOMI_FIELD_TIME }, entry->at, 0, NULL, self->language);
  g_autofree char *hash = koyomi_entry_dup_hash (entry);

  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "seq", entry->seq);
  koyomi_json_add_text (builder, "at", at);
  koyomi_json_add_text (builder, "actor", entry->actor);
  koyomi_json_add_text (builder, "label", entry->label);
  koyomi_json_add_text (builder, "kind", kind_nicks[entry->kind]);
  if (entry->target != 0)
    koyomi_json_add_int (builder, "target", entry->target);
  koyomi_json_add_text (builder, "hash", hash);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    add_row (self, builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gboolean
print_json (Log        *self,
            GPtrArray  *entries,
            GError    **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const KoyomiEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(GPtrArray) rows = koyomi_session_list_changes (self->session, entry->seq, error);

      if (rows == NULL)
        return FALSE;

      add_entry (self, builder, entry, rows);
    }
  json_builder_end_array (builder);
  koyomi_json_print (builder);

  return TRUE;
}

/* In which rows the plan after one moment differs from the plan after another. */
static gboolean
print_difference (Log         *self,
                  const char  *from,
                  const char  *to,
                  gboolean     json,
                  GError     **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, error);
  gint64 first = head != NULL ? koyomi_session_find_moment (self->session, from, error) : -1;
  gint64 last = first < 0 ? -1 : to != NULL ? koyomi_session_find_moment (self->session, to, error) : head->seq;
  g_autoptr(GPtrArray) rows = last < 0 ? NULL : koyomi_session_list_difference (self->session, first, last, error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (rows == NULL)
    return FALSE;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    if (json)
      add_row (self, builder, g_ptr_array_index (rows, i));
    else
      print_row (self, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  if (json)
    koyomi_json_print (builder);

  return TRUE;
}

/* Returns: (transfer full) (element-type KoyomiEntry): the oldest first */
static GPtrArray *
find_entries (KoyomiSession          *session,
              const KoyomiLogFilter  *filter,
              GError                **error)
{
  GPtrArray *entries = koyomi_session_find_entries (session, filter, error);

  for (guint i = 0; entries != NULL && i < entries->len / 2; i++)
    {
      gpointer entry = g_ptr_array_index (entries, i);

      entries->pdata[i] = entries->pdata[entries->len - 1 - i];
      entries->pdata[entries->len - 1 - i] = entry;
    }

  return entries;
}

static gboolean
read_filter (KoyomiLogFilter *filter,
             const char      *who,
             const char      *table,
             const char      *text)
{
  const KoyomiTable *found = table != NULL ? koyomi_dictionary_find_list (table) : NULL;

  filter->actor = who;
  filter->table = found != NULL ? (int) koyomi_table_get_id (found) : -1;
  filter->text = text;

  return table == NULL || found != NULL;
}

KoyomiExit
koyomi_command_log (KoyomiShell  *shell,
                    int           argc,
                    char        **argv)
{
  gboolean json = FALSE;
  g_autofree char *who = NULL;
  g_autofree char *table = NULL;
  g_autofree char *text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  Log log = { .language = shell->language };
  KoyomiLogFilter filter = { 0 };
  const GOptionEntry options[] = {
    { "who", 0, 0, G_OPTION_ARG_FILENAME, &who, N_("Only what this person changed"), N_("NAME") },
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &table, N_("Only what changed a row of this list, such as findings"), N_("LIST") },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_("Only entries with these words"), N_("WORDS") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("Show the rows that differ since then, instead of entries"), N_("WHEN") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Show the rows that differ until then (default: now)"), N_("WHEN") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, each field of each row"), NULL },
    { "full", 0, 0, G_OPTION_ARG_NONE, &log.full, N_("Show each field also of edits that changed many rows"), NULL },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "log", options, 1, &argc, &argv, &exit))
    return exit;
  if (!read_filter (&filter, who, table, text))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--what wants a list, as “koyomi-cli list” names them")));
  if (to != NULL && from == NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--to wants --from as well")));
  if ((session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  log.session = session;
  if (from != NULL)
    return print_difference (&log, from, to, json, &error)
           ? KOYOMI_EXIT_DONE
           : koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND) ? KOYOMI_EXIT_INPUT_REFUSED
                                                                                                                : KOYOMI_EXIT_FILE_REFUSED, error);
  if ((entries = find_entries (session, &filter, &error)) == NULL ||
      !(json ? print_json (&log, entries, &error) : print_text (&log, entries, &error)))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  return KOYOMI_EXIT_DONE;
}
