#include "koyomi-lists.h"

#include "koyomi-day.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-json.h"
#include "koyomi-shell.h"

#define NUMBER_WIDTH 9
#define STATE_WIDTH 14
#define TIME_WIDTH 16

static void
print_clock (KoyomiRecord              *incident,
             const KoyomiIncidentClock *clock,
             KoyomiLanguage             language)
{
  g_autofree char *due = koyomi_time_format_local (clock->due_at);
  g_autofree char *title = koyomi_incident_clock_dup_title (clock, language);
  const char *number = koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER);

  koyomi_print_column (number, NUMBER_WIDTH);
  koyomi_print_column (koyomi_clock_state_get_label (clock->state, language), STATE_WIDTH);
  koyomi_print_column (due, TIME_WIDTH);
  koyomi_print ("%s", title);
  if (koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL)
    koyomi_print (" (%s)", koyomi_tr (language, N_("drill")));
  koyomi_print ("\n");
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time)
{
  g_autofree char *text = koyomi_time_format (time);

  json_builder_set_member_name (builder, name);
  if (time == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_texts (JsonBuilder               *builder,
           KoyomiRecord              *incident,
           const KoyomiIncidentClock *clock)
{
  static const struct
  {
    const char *name;
    int         field;
  } fields[] = {
    { "clock", KOYOMI_CLOCK_CODE },
    { "regime", KOYOMI_CLOCK_REGIME },
    { "stage", KOYOMI_CLOCK_STAGE },
    { "recipient", KOYOMI_CLOCK_RECIPIENT },
    { "starts", KOYOMI_CLOCK_CLOCK_START },
    { "legal_basis", KOYOMI_CLOCK_LEGAL_BASIS },
    { "source_url", KOYOMI_CLOCK_SOURCE_URL },
  };

  koyomi_json_add_text (builder, "incident", koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER));
  koyomi_json_add_text (builder, "title", koyomi_record_get_text (incident, KOYOMI_INCIDENT_TITLE));
  add_flag (builder, "drill", koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    koyomi_json_add_text (builder, fields[i].name, koyomi_record_get_text (clock->clock, fields[i].field));
}

static void
add_clock (JsonBuilder               *builder,
           KoyomiRecord              *incident,
           const KoyomiIncidentClock *clock)
{
  json_builder_begin_object (builder);
  add_texts (builder, incident, clock);
  koyomi_json_add_text (builder, "state", koyomi_clock_state_get_nick (clock->state));
  add_time (builder, "started_at", clock->started_at);
  add_time (builder, "due_at", clock->due_at);
  add_time (builder, "warn_at", clock->warn_at);
  add_flag (builder, "warning", clock->is_warning);
  add_flag (builder, "gives_way", clock->gives_way);
  add_time (builder, "filed_at", koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT));
  add_flag (builder, "filed_late", clock->filed_late);
  koyomi_json_add_text (builder, "receipt", koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_RECEIPT));
  koyomi_json_add_text (builder, "decided_by", koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_DECIDED_BY));
  add_time (builder, "decided_at", koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_DECIDED_AT));
  koyomi_json_add_text (builder, "reason", koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_REASON));
  koyomi_json_add_text (builder, "late_reason", koyomi_record_get_text (clock->report, KOYOMI_INCIDENT_REPORT_LATE_REASON));
  json_builder_end_object (builder);
}

/* The rows of incident_report by incident. */
static GHashTable *
sort_reports (GPtrArray *reports)
{
  GHashTable *sorted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < reports->len; i++)
    {
      gint64 incident = koyomi_record_get_int (g_ptr_array_index (reports, i), KOYOMI_INCIDENT_REPORT_INCIDENT);
      GPtrArray *own = g_hash_table_lookup (sorted, &incident);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (sorted, g_memdup2 (&incident, sizeof incident), own);
        }
      g_ptr_array_add (own, g_ptr_array_index (reports, i));
    }

  return sorted;
}

static void
list_clocks (KoyomiRecord   *incident,
             GPtrArray      *clocks,
             KoyomiLanguage  language,
             JsonBuilder    *builder)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const KoyomiIncidentClock *clock = g_ptr_array_index (clocks, i);

      if (clock->report == NULL)
        continue;

      if (builder != NULL)
        add_clock (builder, incident, clock);
      else
        print_clock (incident, clock, language);
    }
}

/* What each incident must be reported for, and what was decided and submitted; duties that nobody has looked at are left out. */
gboolean
koyomi_list_clocks (KoyomiSession   *session,
                    KoyomiLanguage   language,
                    gboolean         json,
                    GError         **error)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT, 0, 0, language, error);
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GHashTable) sorted = NULL;
  g_autoptr(JsonBuilder) builder = json ? json_builder_new () : NULL;

  if (incidents == NULL ||
      (reports = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_REPORT, 0, 0, language, error)) == NULL ||
      (table = koyomi_session_load_clock_table (session, language, error)) == NULL)
    return FALSE;

  sorted = sort_reports (reports);
  if (json)
    json_builder_begin_array (builder);

  for (guint i = 0; i < incidents->len; i++)
    {
      KoyomiRecord *incident = g_ptr_array_index (incidents, i);
      gint64 id = koyomi_record_get_id (incident);
      GPtrArray *own = g_hash_table_lookup (sorted, &id);
      g_autoptr(GPtrArray) clocks = own != NULL ? koyomi_clock_table_reckon (table, incident, own, koyomi_time_now ()) : NULL;

      if (clocks != NULL)
        list_clocks (incident, clocks, language, builder);
    }

  if (json)
    {
      json_builder_end_array (builder);
      koyomi_json_print (builder);
    }
  else
    koyomi_print ("%s\n", koyomi_clock_table_get_disclaimer (language));

  return TRUE;
}
