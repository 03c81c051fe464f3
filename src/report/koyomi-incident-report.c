#include "koyomi-incident-report-private.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-incident.h"

#include <string.h>

static void
clear_report (KoyomiIncidentReport *self)
{
  g_clear_object (&self->incident);
  g_clear_pointer (&self->clocks, koyomi_incident_clocks_free);
  g_clear_pointer (&self->document, _koyomi_document_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiIncidentReport, clear_report)

/* What a field of the incident is called. */
const char *
_koyomi_incident_report_label_field (KoyomiIncidentReport *self,
                                     int                   field)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT);

  return koyomi_tr (self->language, table->fields[KOYOMI_FIELD_INDEX (field)].label);
}

/* How often the incident was reported so far: what was sent at one time is one report. @last: (out): when it was last */
static guint
count_reports (const KoyomiIncidentClocks *clocks,
               gint64                     *last)
{
  g_autoptr(GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  *last = 0;
  for (guint i = 0; i < clocks->clocks->len; i++)
    {
      const KoyomiIncidentClock *clock = g_ptr_array_index (clocks->clocks, i);
      gint64 at = clock->report != NULL ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT) : 0;

      if (at == 0)
        continue;

      g_hash_table_add (times, g_memdup2 (&at, sizeof at));
      *last = MAX (*last, at);
    }

  return g_hash_table_size (times);
}

/* The first report, one of those that follow, or the last when the incident is over. */
static char *
format_stage (KoyomiIncidentReport *self,
              guint                 n_reports)
{
  KoyomiIncidentState state = koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_STATE);

  if (!koyomi_incident_state_is_open (state))
    return g_strdup (koyomi_tr (self->language, N_("Final report")));

  if (n_reports == 0)
    return g_strdup (koyomi_tr (self->language, N_("First report")));

  /* Translators: the second report on an incident, the third and so on */
  return g_strdup_printf (koyomi_tr (self->language, N_("Report No. %u")), n_reports + 1);
}

static void
set_titles (KoyomiIncidentReport *self)
{
  KoyomiDocument *document = self->document;
  const char *tlp = koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_TLP);
  gint64 last;
  g_autofree char *stage = format_stage (self, count_reports (self->clocks, &last));
  g_autofree char *now = koyomi_time_format_local (self->now);
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (self->now / 1000);

  document->title = self->is_drill ? g_strdup_printf ("%s  %s", koyomi_tr (self->language, N_("Drill report")), stage)
                                   : g_strdup_printf ("%s  %s", koyomi_tr (self->language, N_("Incident report")), stage);
  document->period = g_strdup (koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_NUMBER));
  document->subject = g_strdup_printf ("%s  %s", koyomi_record_get_text (self->incident, KOYOMI_INCIDENT_NUMBER),
                                       koyomi_record_get_title (self->incident));
  if (self->is_drill)
    {
      g_free (document->mark);
      document->mark = g_strdup (koyomi_tr (self->language, N_("DRILL – not a real incident")));
    }

  /* Translators: the moment that a report shows, the time zone of all its times, and TLP:AMBER or the like */
  g_ptr_array_add (document->remarks, g_strdup_printf (koyomi_tr (self->language, N_("As of %s. Times are in %s.%s%s")), now,
                                                       moment != NULL ? g_date_time_get_timezone_abbreviation (moment) : "UTC",
                                                       *tlp != '\0' ? "  TLP:" : "", tlp));
}

static gboolean
load (KoyomiIncidentReport  *self,
      gint64                 incident,
      GError               **error)
{
  if ((self->incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, incident, self->language, error)) == NULL ||
      (self->clocks = koyomi_session_load_incident_clocks (self->session, incident, self->now, self->language, error)) == NULL ||
      (self->document = _koyomi_document_new (self->session, koyomi_time_get_day (self->now), self->language, error)) == NULL)
    return FALSE;

  self->is_drill = koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;

  return TRUE;
}

static gboolean
load_team (KoyomiIncidentReport  *self,
           char                 **name,
           GError               **error)
{
  gint64 id = koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_TEAM);
  g_autoptr(KoyomiRecord) team = NULL;

  *name = NULL;
  if (koyomi_record_is_none (self->incident, KOYOMI_INCIDENT_TEAM))
    return TRUE;

  if ((team = koyomi_session_get (self->session, KOYOMI_TABLE_TEAM, id, self->language, error)) == NULL)
    return FALSE;

  *name = g_strdup (koyomi_record_get_title (team));

  return TRUE;
}

static gboolean
add_tables (KoyomiIncidentReport  *self,
            GError               **error)
{
  g_autofree char *team = NULL;

  if (!load_team (self, &team, error))
    return FALSE;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Report")));
  _koyomi_incident_report_add_facts (self, team);
  _koyomi_incident_report_add_times (self);
  if ((self->is_drill && !_koyomi_incident_report_add_parties (self, error)) ||
      !_koyomi_incident_report_add_clocks (self, error) ||
      !_koyomi_incident_report_add_timeline (self, FALSE, error) ||
      !_koyomi_incident_report_add_tasks (self, error) ||
      !_koyomi_incident_report_add_evidence (self, error))
    return FALSE;

  _koyomi_incident_report_add_lessons (self);
  if (!_koyomi_incident_report_add_links (self, error))
    return FALSE;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Timeline")));

  return _koyomi_incident_report_add_timeline (self, TRUE, error);
}

static KoyomiDocument *
make_document (KoyomiSession         *session,
               gint64                 incident,
               gint64                 now,
               KoyomiLanguage         language,
               gint64                *last_report,
               GError               **error)
{
  g_auto(KoyomiIncidentReport) self = { .session = session, .language = language, .now = now };

  if (!load (&self, incident, error))
    return NULL;

  count_reports (self.clocks, last_report);
  set_titles (&self);
  if (!add_tables (&self, error))
    return NULL;

  return g_steal_pointer (&self.document);
}

/* Returns: (nullable): the plan as it was when the incident was last reported; NULL with no error when the incident was not in it */
static KoyomiSession *
open_before (KoyomiSession  *session,
             gint64          incident,
             gint64          last_report,
             GError        **error)
{
  gint64 seq = koyomi_session_find_time (session, last_report, error);
  g_autoptr(KoyomiSession) before = NULL;
  g_autoptr(KoyomiRecord) record = NULL;

  if (seq <= 0 || (before = koyomi_session_open_as_of (session, seq, NULL, NULL, NULL, error)) == NULL)
    return NULL;

  record = koyomi_session_get (before, KOYOMI_TABLE_INCIDENT, incident, KOYOMI_LANGUAGE_EN, NULL);

  return record != NULL ? g_steal_pointer (&before) : NULL;
}

static gboolean
compare_with_last (KoyomiDocument  *self,
                   gint64           incident,
                   gint64           last_report,
                   GError         **error)
{
  g_autofree char *when = koyomi_time_format_local (last_report);
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiDocument) before = NULL;
  GError *cause = NULL;
  gint64 earlier;

  if ((session = open_before (self->session, incident, last_report, &cause)) == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      return cause == NULL;
    }

  if ((before = make_document (session, incident, last_report, self->language, &earlier, error)) == NULL)
    return FALSE;

  _koyomi_document_compare (self, before);
  /* Translators: a day and time */
  g_ptr_array_add (self->remarks, g_strdup_printf (koyomi_tr (self->language,
                                                   N_("Compared with the report of %s: ＋ new, △ changed, － no longer so.")), when));

  return TRUE;
}

/**
 * _koyomi_incident_report_new:
 * @now: the moment that it shows
 *
 * What can be said of an incident, as a report that is sent. What differs from the plan as it was when the incident was last reported
 * to an authority is marked.
 */
KoyomiDocument *
_koyomi_incident_report_new (KoyomiSession   *session,
                             gint64           incident,
                             gint64           now,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(KoyomiDocument) document = NULL;
  gint64 last_report;

  if ((document = make_document (session, incident, now, language, &last_report, error)) == NULL ||
      (last_report != 0 && last_report <= now && !compare_with_last (document, incident, last_report, error)))
    return NULL;

  return g_steal_pointer (&document);
}
