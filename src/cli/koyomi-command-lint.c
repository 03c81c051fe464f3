#include "koyomi-commands.h"

#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-json.h"
#include "koyomi-readiness.h"

#include <string.h>

/* The area of the rules of the matrix; the others are those of the readiness check. */
#define MATRIX "matrix"

typedef struct
{
  KoyomiSession  *session;
  KoyomiLanguage  language;
  const char     *area;       /* (nullable): the only one that is asked for */
  GPtrArray      *breaches;   /* (element-type KoyomiBreach): of the rules of the matrix */
  GPtrArray      *results;    /* (element-type KoyomiLintResult): of the others */
} Lint;

static void
clear_lint (Lint *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lint, clear_lint)

static guint
count_waived (Lint *self)
{
  guint n = 0;

  for (guint i = 0; i < self->breaches->len; i++)
    n += ((KoyomiBreach *) g_ptr_array_index (self->breaches, i))->is_waived;
  for (guint i = 0; i < self->results->len; i++)
    n += ((KoyomiLintResult *) g_ptr_array_index (self->results, i))->is_waived;

  return n;
}

typedef struct
{
  guint severity;
  guint rule;
} Widths;

static void
widen (Lint               *self,
       Widths             *widths,
       KoyomiRuleSeverity  severity,
       const char         *rule)
{
  widths->severity = MAX (widths->severity, koyomi_text_get_width (koyomi_rule_severity_get_label (severity, self->language)));
  widths->rule = MAX (widths->rule, koyomi_text_get_width (rule));
}

/* Columns as wide as the widest severity and rule. */
static Widths
measure (Lint *self)
{
  Widths widths = { 0 };

  for (guint i = 0; i < self->breaches->len; i++)
    {
      KoyomiRule rule = ((KoyomiBreach *) g_ptr_array_index (self->breaches, i))->rule;

      widen (self, &widths, koyomi_rule_get_severity (rule), koyomi_rule_get_nick (rule));
    }
  for (guint i = 0; i < self->results->len; i++)
    {
      KoyomiLintResult *result = g_ptr_array_index (self->results, i);

      widen (self, &widths, result->rule.severity, result->rule.id);
    }

  return widths;
}

/* Under the sentence: until when it is or was accepted, by whom, and why. */
static void
print_waiver (Lint       *self,
              gboolean    is_waived,
              guint32     until,
              const char *by,
              const char *reason,
              guint       indent)
{
  g_autofree char *day = until != KOYOMI_DAY_NONE ? koyomi_day_format (until) : NULL;

  koyomi_print ("%*s", (int) indent, "");
  if (!is_waived)
    /* Translators: a day */
    koyomi_print (koyomi_tr (self->language, N_("was accepted until %s")), day);
  else if (day != NULL)
    koyomi_print (koyomi_tr (self->language, N_("accepted until %s")), day);
  else
    koyomi_print ("%s", koyomi_tr (self->language, N_("accepted without an end")));
  koyomi_print ("%s%s%s: %s\n", *by != '\0' ? " (" : "", by, *by != '\0' ? ")" : "", reason);
}

static void
print_breach (Lint         *self,
              KoyomiBreach *breach,
              Widths        widths)
{
  KoyomiRecord *waiver = breach->waiver;

  koyomi_print_column (koyomi_rule_severity_get_label (koyomi_rule_get_severity (breach->rule), self->language), widths.severity);
  koyomi_print_column (koyomi_rule_get_nick (breach->rule), widths.rule);
  koyomi_print ("%s\n", breach->sentence);
  if (waiver != NULL)
    print_waiver (self, breach->is_waived, koyomi_record_get_day (waiver, KOYOMI_WAIVER_UNTIL_DAY),
                  koyomi_record_get_text (waiver, KOYOMI_WAIVER_DECIDED_BY), koyomi_record_get_text (waiver, KOYOMI_WAIVER_REASON),
                  widths.severity + widths.rule + 4);
}

static void
print_result (Lint             *self,
              KoyomiLintResult *result,
              Widths            widths)
{
  KoyomiRecord *waiver = result->waiver;

  koyomi_print_column (koyomi_rule_severity_get_label (result->rule.severity, self->language), widths.severity);
  koyomi_print_column (result->rule.id, widths.rule);
  /* Translators: what is wrong, and with what */
  koyomi_print (koyomi_tr (self->language, N_("%s: %s\n")), koyomi_lint_rule_get_name (&result->rule, self->language), result->subject);
  if (waiver != NULL)
    print_waiver (self, result->is_waived, koyomi_record_get_day (waiver, KOYOMI_LINT_WAIVER_UNTIL_DAY),
                  koyomi_record_get_text (waiver, KOYOMI_LINT_WAIVER_DECIDED_BY), koyomi_record_get_text (waiver, KOYOMI_LINT_WAIVER_REASON),
                  widths.severity + widths.rule + 4);
}

static void
print_text (Lint *self)
{
  guint n_found = self->breaches->len + self->results->len;
  Widths widths = measure (self);

  for (guint i = 0; i < self->breaches->len; i++)
    print_breach (self, g_ptr_array_index (self->breaches, i), widths);
  for (guint i = 0; i < self->results->len; i++)
    print_result (self, g_ptr_array_index (self->results, i), widths);

  if (n_found == 0)
    koyomi_print ("%s\n", koyomi_tr (self->language, N_("No rule is broken.")));
  else
    {
      koyomi_print (koyomi_ntr (self->language, "%u breach", "%u breaches", n_found), n_found);
      /* Translators: comes behind the number of breaches */
      koyomi_print (koyomi_tr (self->language, N_(", of which %u accepted\n")), count_waived (self));
    }
}

/* The function's code, and the catalogue in which it is one. */
static void
add_place (Lint         *self,
           JsonBuilder  *builder,
           KoyomiRecord *function)
{
  g_autoptr(KoyomiRecord) group = koyomi_session_get (self->session, KOYOMI_TABLE_GROUP,
                                                      koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP), self->language, NULL);
  g_autoptr(KoyomiRecord) catalogue = NULL;

  koyomi_json_add_text (builder, "function_code", koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE));
  if (group == NULL)
    return;

  catalogue = koyomi_session_get (self->session, KOYOMI_TABLE_CATALOGUE, koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE),
                                  self->language, NULL);
  if (catalogue != NULL)
    koyomi_json_add_text (builder, "catalogue", koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE));
}

/* The row that the breach is about, by key and name. */
static void
add_row (Lint          *self,
         JsonBuilder   *builder,
         const char    *name,
         KoyomiTableId  table,
         gint64         id)
{
  g_autoptr(KoyomiRecord) record = id != 0 ? koyomi_session_get (self->session, table, id, self->language, NULL) : NULL;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *key_name = g_strconcat (name, "_id", NULL);

  if (record == NULL)
    return;

  koyomi_json_add_text (builder, key_name, key);
  if (table != KOYOMI_TABLE_OCCURRENCE)
    koyomi_json_add_text (builder, name, koyomi_record_get_title (record));
  if (table == KOYOMI_TABLE_FUNCTION)
    add_place (self, builder, record);
}

static void
add_functions (JsonBuilder  *builder,
               KoyomiBreach *breach)
{
  json_builder_set_member_name (builder, "function_ids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < breach->function_ids->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (breach->function_ids, gint64, i));

      json_builder_add_string_value (builder, key);
    }
  json_builder_end_array (builder);
}

static void
add_waiver (JsonBuilder  *builder,
            gboolean      is_waived,
            KoyomiRecord *waiver)
{
  json_builder_set_member_name (builder, "waived");
  json_builder_add_boolean_value (builder, is_waived);
  if (waiver == NULL)
    return;

  json_builder_set_member_name (builder, "waiver");
  json_builder_begin_object (builder);
  koyomi_json_add_record (builder, waiver);
  json_builder_end_object (builder);
}

static void
add_breach (Lint         *self,
            JsonBuilder  *builder,
            KoyomiBreach *breach)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "rule", koyomi_rule_get_nick (breach->rule));
  koyomi_json_add_text (builder, "area", MATRIX);
  koyomi_json_add_text (builder, "severity", koyomi_rule_severity_get_nick (koyomi_rule_get_severity (breach->rule)));
  koyomi_json_add_text (builder, "sentence", breach->sentence);
  add_row (self, builder, "function", KOYOMI_TABLE_FUNCTION, breach->function_id);
  add_functions (builder, breach);
  add_row (self, builder, "team", KOYOMI_TABLE_TEAM, breach->team_id);
  add_row (self, builder, "person", KOYOMI_TABLE_PERSON, breach->person_id);
  add_row (self, builder, "contract", KOYOMI_TABLE_CONTRACT, breach->contract_id);
  add_row (self, builder, "activity", KOYOMI_TABLE_ACTIVITY, breach->activity_id);
  add_row (self, builder, "occurrence", KOYOMI_TABLE_OCCURRENCE, breach->occurrence_id);
  add_row (self, builder, "audit", KOYOMI_TABLE_AUDIT, breach->audit_id);
  if (breach->day != KOYOMI_DAY_NONE)
    {
      g_autofree char *day = koyomi_day_format (breach->day);

      koyomi_json_add_text (builder, "day", day);
    }

  add_waiver (builder, breach->is_waived, breach->waiver);
  json_builder_end_object (builder);
}

static void
add_result (Lint             *self,
            JsonBuilder      *builder,
            KoyomiLintResult *result)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, koyomi_record_get_id (result->record));

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "rule", result->rule.id);
  koyomi_json_add_text (builder, "area", result->rule.area);
  koyomi_json_add_text (builder, "severity", koyomi_rule_severity_get_nick (result->rule.severity));
  koyomi_json_add_text (builder, "sentence", koyomi_lint_rule_get_name (&result->rule, self->language));
  koyomi_json_add_text (builder, "advice", koyomi_lint_rule_get_advice (&result->rule, self->language));
  koyomi_json_add_text (builder, "table", koyomi_record_get_table (result->record)->name);
  koyomi_json_add_text (builder, "row_id", key);
  koyomi_json_add_text (builder, "row", result->subject);
  add_waiver (builder, result->is_waived, result->waiver);
  json_builder_end_object (builder);
}

static void
print_json (Lint *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->breaches->len; i++)
    add_breach (self, builder, g_ptr_array_index (self->breaches, i));
  for (guint i = 0; i < self->results->len; i++)
    add_result (self, builder, g_ptr_array_index (self->results, i));
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

static gboolean
is_area (const char *name)
{
  gboolean is_known = strcmp (name, MATRIX) == 0;

  for (guint i = 0; i < koyomi_lint_rule_count () && !is_known; i++)
    {
      KoyomiLintRule rule;

      koyomi_lint_rule_get (i, &rule);
      is_known = strcmp (rule.area, name) == 0;
    }

  return is_known;
}

/* Keeps those of the area that is asked for. */
static void
choose (Lint *self)
{
  if (self->area != NULL && strcmp (self->area, MATRIX) != 0)
    g_ptr_array_set_size (self->breaches, 0);

  for (guint i = self->results->len; self->area != NULL && i > 0; i--)
    if (strcmp (((KoyomiLintResult *) g_ptr_array_index (self->results, i - 1))->rule.area, self->area) != 0)
      g_ptr_array_remove_index (self->results, i - 1);
}

KoyomiExit
koyomi_command_lint (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  gboolean json = FALSE;
  g_autofree char *area = NULL;
  g_autofree char *catalogue = NULL;
  g_autofree char *day_text = NULL;
  const GOptionEntry entries[] = {
    { "area", 0, 0, G_OPTION_ARG_FILENAME, &area, N_("Only the rules of this area, such as matrix or audit (default: all)"), N_("AREA") },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue,
      N_("Judge the functions of this catalogue (default: those in which a team is assigned)"), "cric|isogj|x1060|own" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &day_text, N_("Judge the plan as it is on this day (default: today)"), N_("DAY") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, with the rows that each breach is about"), NULL },
    { NULL }
  };
  g_auto(Lint) lint = { .language = shell->language };
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_today ();
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "lint", entries, 1, &argc, &argv, &exit))
    return exit;

  if (day_text != NULL && (day = koyomi_day_parse (day_text, NULL)) == KOYOMI_DAY_NONE)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--day wants a day such as 2026-04-20")));
  if (area != NULL && !is_area (area))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--area wants matrix, plan, incidents, metrics, evidence, audit, findings, "
                                                                      "risks, registers or meetings")));
  if (catalogue != NULL && !g_strv_contains ((const char *[]) { "cric", "isogj", "x1060", "own", NULL }, catalogue))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--catalogue wants cric, isogj, x1060 or own")));

  if ((lint.session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if ((lint.breaches = koyomi_session_load_breaches (lint.session, catalogue, day, lint.language, &error)) == NULL)
    return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND)
                              ? KOYOMI_EXIT_INPUT_REFUSED : KOYOMI_EXIT_FILE_REFUSED, error);
  if ((lint.results = koyomi_session_load_readiness (lint.session, day, lint.language, &error)) == NULL)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  lint.area = area;
  choose (&lint);
  if (json)
    print_json (&lint);
  else
    print_text (&lint);

  return count_waived (&lint) == lint.breaches->len + lint.results->len ? KOYOMI_EXIT_DONE : KOYOMI_EXIT_NOT_SO;
}
