#include "koyomi-commands.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-json.h"

#include <glib/gstdio.h>

static const KoyomiTableId counted[] = {
  KOYOMI_TABLE_FUNCTION, KOYOMI_TABLE_DUTY, KOYOMI_TABLE_TEAM, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_TABLE_ACTIVITY,
  KOYOMI_TABLE_OCCURRENCE, KOYOMI_TABLE_COMMITTEE, KOYOMI_TABLE_MEETING, KOYOMI_TABLE_INCIDENT, KOYOMI_TABLE_METRIC,
  KOYOMI_TABLE_CONTROL, KOYOMI_TABLE_AUDIT, KOYOMI_TABLE_FINDING, KOYOMI_TABLE_EVIDENCE, KOYOMI_TABLE_RISK,
};

typedef struct
{
  KoyomiSession  *session;
  KoyomiLanguage  language;
  KoyomiRecord   *plan;
  KoyomiEntry    *head;
  GArray         *years;
  GStatBuf        status;
} Info;

static void
clear_info (Info *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->head, koyomi_entry_free);
  g_clear_pointer (&self->years, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Info, clear_info)

static void
print_line (Info       *self,
            const char *label,
            const char *value)
{
  koyomi_print_column (koyomi_tr (self->language, label), 24);
  koyomi_print ("%s\n", value);
}

static gboolean
print_year (Info             *self,
            KoyomiFiscalYear  year,
            GError          **error)
{
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (self->session, year, self->language, TRUE, error);
  g_autofree char *label = koyomi_fiscal_year_format (year, self->language);

  if (calendar == NULL)
    return FALSE;

  koyomi_print_column (label, 24);
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    if (calendar->counts[i] > 0)
      koyomi_print ("%s %u  ", koyomi_state_get_label (i, self->language), calendar->counts[i]);
  koyomi_print ("\n");

  return TRUE;
}

static gboolean
print_text (Info    *self,
            GError **error)
{
  g_autofree char *hash = koyomi_entry_dup_hash (self->head);
  g_autofree char *entries = g_strdup_printf ("%" G_GINT64_FORMAT, self->head->seq);
  g_autofree char *size = g_format_size (self->status.st_size);

  print_line (self, N_("File"), koyomi_session_get_path (self->session));
  print_line (self, N_("Organisation"), koyomi_record_get_text (self->plan, KOYOMI_PLAN_ORGANISATION));
  print_line (self, N_("Language"), koyomi_language_get_code (koyomi_session_get_own_language (self->session)));

  for (guint i = 0; i < self->years->len; i++)
    if (!print_year (self, g_array_index (self->years, KoyomiFiscalYear, i), error))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      gint64 count = koyomi_session_count (self->session, counted[i], error);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

      if (count < 0)
        return FALSE;

      print_line (self, koyomi_dictionary_get_table (counted[i])->label, text);
    }

  print_line (self, N_("Change log entries"), entries);
  print_line (self, N_("Change log head"), hash);
  print_line (self, N_("Size"), size);
  print_line (self, N_("Made by version"), KOYOMI_VERSION);

  return TRUE;
}

static void
add_year (Info             *self,
          JsonBuilder      *builder,
          KoyomiFiscalYear  year,
          KoyomiCalendar   *calendar)
{
  g_autofree char *label = koyomi_fiscal_year_format (year, self->language);

  json_builder_begin_object (builder);
  koyomi_json_add_int (builder, "year", year.year);
  koyomi_json_add_text (builder, "label", label);
  json_builder_set_member_name (builder, "occurrences");
  json_builder_begin_object (builder);
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    koyomi_json_add_int (builder, koyomi_state_get_nick (i), calendar->counts[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static gboolean
print_json (Info    *self,
            GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *hash = koyomi_entry_dup_hash (self->head);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "file", koyomi_session_get_path (self->session));
  koyomi_json_add_text (builder, "organisation", koyomi_record_get_text (self->plan, KOYOMI_PLAN_ORGANISATION));
  koyomi_json_add_text (builder, "language", koyomi_language_get_code (koyomi_session_get_own_language (self->session)));
  koyomi_json_add_int (builder, "fiscal_start_month", koyomi_record_get_int (self->plan, KOYOMI_PLAN_FISCAL_START_MONTH));

  json_builder_set_member_name (builder, "fiscal_years");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->years->len; i++)
    {
      KoyomiFiscalYear year = g_array_index (self->years, KoyomiFiscalYear, i);
      g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (self->session, year, self->language, TRUE, error);

      if (calendar == NULL)
        return FALSE;

      add_year (self, builder, year, calendar);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    koyomi_json_add_int (builder, koyomi_dictionary_get_table (i)->list_name, koyomi_session_count (self->session, i, NULL));
  json_builder_end_object (builder);

  koyomi_json_add_int (builder, "entries", self->head->seq);
  koyomi_json_add_text (builder, "head", hash);
  koyomi_json_add_int (builder, "size", self->status.st_size);
  koyomi_json_add_text (builder, "version", KOYOMI_VERSION);
  json_builder_end_object (builder);
  koyomi_json_print (builder);

  return TRUE;
}

KoyomiExit
koyomi_command_info (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL }
  };
  g_auto(Info) info = { .language = shell->language };
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "info", entries, 1, &argc, &argv, &exit) ||
      (info.session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if ((info.plan = koyomi_session_dup_plan (info.session, shell->language, &error)) == NULL ||
      (info.head = koyomi_session_get_head (info.session, &error)) == NULL ||
      (info.years = koyomi_session_list_fiscal_years (info.session, &error)) == NULL ||
      g_stat (koyomi_session_get_path (info.session), &info.status) != 0 ||
      !(json ? print_json (&info, &error) : print_text (&info, &error)))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  return KOYOMI_EXIT_DONE;
}
