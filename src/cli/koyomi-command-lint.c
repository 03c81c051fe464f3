#include "koyomi-commands.h"

#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-json.h"

typedef struct
{
  KoyomiSession  *session;
  KoyomiLanguage  language;
  GPtrArray      *breaches;   /* (element-type KoyomiBreach) */
} Lint;

static void
clear_lint (Lint *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lint, clear_lint)

static guint
count_waived (Lint *self)
{
  guint n = 0;

  for (guint i = 0; i < self->breaches->len; i++)
    n += ((KoyomiBreach *) g_ptr_array_index (self->breaches, i))->is_waived;

  return n;
}

/* Columns as wide as the widest severity and rule. */
static void
measure (Lint  *self,
         guint *severity_width,
         guint *rule_width)
{
  *severity_width = *rule_width = 0;
  for (guint i = 0; i < self->breaches->len; i++)
    {
      KoyomiRule rule = ((KoyomiBreach *) g_ptr_array_index (self->breaches, i))->rule;
      const char *label = koyomi_rule_severity_get_label (koyomi_rule_get_severity (rule), self->language);

      *severity_width = MAX (*severity_width, koyomi_text_get_width (label));
      *rule_width = MAX (*rule_width, koyomi_text_get_width (koyomi_rule_get_nick (rule)));
    }
}

/* Under the sentence: until when the breach is or was accepted, and why. */
static void
print_waiver (Lint         *self,
              KoyomiBreach *breach,
              guint         indent)
{
  guint32 until = koyomi_record_get_day (breach->waiver, KOYOMI_WAIVER_UNTIL_DAY);
  g_autofree char *day = until != KOYOMI_DAY_NONE ? koyomi_day_format (until) : NULL;
  const char *by = koyomi_record_get_text (breach->waiver, KOYOMI_WAIVER_DECIDED_BY);

  koyomi_print ("%*s", (int) indent, "");
  if (!breach->is_waived)
    /* Translators: a day */
    koyomi_print (koyomi_tr (self->language, N_("was accepted until %s")), day);
  else if (day != NULL)
    koyomi_print (koyomi_tr (self->language, N_("accepted until %s")), day);
  else
    koyomi_print ("%s", koyomi_tr (self->language, N_("accepted without an end")));
  koyomi_print ("%s%s%s: %s\n", *by != '\0' ? " (" : "", by, *by != '\0' ? ")" : "",
                koyomi_record_get_text (breach->waiver, KOYOMI_WAIVER_REASON));
}

static void
print_text (Lint *self)
{
  guint n_waived = count_waived (self);
  guint severity_width, rule_width;

  measure (self, &severity_width, &rule_width);
  for (guint i = 0; i < self->breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (self->breaches, i);

      koyomi_print_column (koyomi_rule_severity_get_label (koyomi_rule_get_severity (breach->rule), self->language), severity_width);
      koyomi_print_column (koyomi_rule_get_nick (breach->rule), rule_width);
      koyomi_print ("%s\n", breach->sentence);
      if (breach->waiver != NULL)
        print_waiver (self, breach, severity_width + rule_width + 4);
    }

  if (self->breaches->len == 0)
    koyomi_print ("%s\n", koyomi_tr (self->language, N_("No rule is broken.")));
  else
    {
      koyomi_print (koyomi_ntr (self->language, "%u breach", "%u breaches", self->breaches->len), self->breaches->len);
      /* Translators: comes behind the number of breaches */
      koyomi_print (koyomi_tr (self->language, N_(", of which %u accepted\n")), n_waived);
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
add_breach (Lint         *self,
            JsonBuilder  *builder,
            KoyomiBreach *breach)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "rule", koyomi_rule_get_nick (breach->rule));
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

  json_builder_set_member_name (builder, "waived");
  json_builder_add_boolean_value (builder, breach->is_waived);
  if (breach->waiver != NULL)
    {
      json_builder_set_member_name (builder, "waiver");
      json_builder_begin_object (builder);
      koyomi_json_add_record (builder, breach->waiver);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (Lint *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->breaches->len; i++)
    add_breach (self, builder, g_ptr_array_index (self->breaches, i));
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

KoyomiExit
koyomi_command_lint (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  gboolean json = FALSE;
  g_autofree char *catalogue = NULL;
  g_autofree char *day_text = NULL;
  const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue,
      N_("Judge the functions of this catalogue (default: those in which a team is assigned)"), "cric|isogj|x1060|own" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &day_text, N_("Judge the matrix as it is on this day (default: today)"), N_("DAY") },
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
  if (catalogue != NULL && !g_strv_contains ((const char *[]) { "cric", "isogj", "x1060", "own", NULL }, catalogue))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--catalogue wants cric, isogj, x1060 or own")));

  if ((lint.session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if ((lint.breaches = koyomi_session_load_breaches (lint.session, catalogue, day, lint.language, &error)) == NULL)
    return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND)
                              ? KOYOMI_EXIT_INPUT_REFUSED : KOYOMI_EXIT_FILE_REFUSED, error);

  if (json)
    print_json (&lint);
  else
    print_text (&lint);

  return count_waived (&lint) == lint.breaches->len ? KOYOMI_EXIT_DONE : KOYOMI_EXIT_NOT_SO;
}
