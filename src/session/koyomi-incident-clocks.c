#include "koyomi-incident-clocks.h"

#include "koyomi-session-private.h"

/* Incidents of which a report is still to be made. What turned out to be nothing, or was merged into another, has none. */
#define OPEN_INCIDENTS \
  "SELECT r.incident_id FROM incident_report AS r JOIN incident AS i ON i.id = r.incident_id" \
  " WHERE r.state = 'due' AND i.state NOT IN ('false-alarm', 'merged') AND (:with_practice OR i.kind <> 'drill')"

static void
free_open_clock (gpointer data)
{
  KoyomiOpenClock *self = data;

  g_free (self->number);
  g_free (self->title);
  koyomi_incident_clock_free (self->clock);
  g_free (self);
}

void
koyomi_incident_clocks_free (KoyomiIncidentClocks *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->incident);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (transfer none) (nullable) */
KoyomiIncidentClock *
koyomi_incident_clocks_find (KoyomiIncidentClocks *self,
                             gint64                clock)
{
  for (guint i = 0; i < self->clocks->len; i++)
    {
      KoyomiIncidentClock *found = g_ptr_array_index (self->clocks, i);

      if (koyomi_record_get_id (found->clock) == clock)
        return found;
    }

  return NULL;
}

/* The plan's reporting duties, completed from the reference. Where a duty names no zone, its days are those of the machine's. */
KoyomiClockTable *
koyomi_session_load_clock_table (KoyomiSession   *session,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(GPtrArray) clocks = koyomi_session_list (session, KOYOMI_TABLE_CLOCK, 0, 0, language, error);
  g_autoptr(KoyomiWorkCalendar) company = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  if (clocks == NULL || (company = koyomi_session_load_work_calendar (session, language, error)) == NULL)
    return NULL;

  return koyomi_clock_table_new (clocks, company, zone);
}

static void
count_states (KoyomiIncidentClocks *self)
{
  for (guint i = 0; i < self->clocks->len; i++)
    {
      const KoyomiIncidentClock *clock = g_ptr_array_index (self->clocks, i);

      if (clock->gives_way)
        continue;

      self->n_late += clock->state == KOYOMI_CLOCK_STATE_LATE;
      self->n_due += clock->state == KOYOMI_CLOCK_STATE_DUE;
      self->n_not_judged += clock->state == KOYOMI_CLOCK_STATE_NOT_JUDGED;
    }
}

/**
 * koyomi_session_load_incident_clocks:
 * @now: (ms UTC) for which it is reckoned
 *
 * Returns: (transfer full): every reporting duty for the incident, also of a drill
 */
KoyomiIncidentClocks *
koyomi_session_load_incident_clocks (KoyomiSession   *session,
                                     gint64           incident,
                                     gint64           now,
                                     KoyomiLanguage   language,
                                     GError         **error)
{
  g_autoptr(KoyomiIncidentClocks) self = g_new0 (KoyomiIncidentClocks, 1);
  g_autoptr(KoyomiClockTable) table = NULL;
  g_autoptr(GPtrArray) reports = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((self->incident = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, incident, language, error)) == NULL ||
      (table = koyomi_session_load_clock_table (session, language, error)) == NULL ||
      (reports = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_INCIDENT_REPORT_INCIDENT, incident, language,
                                      error)) == NULL)
    return NULL;

  self->now = now;
  self->is_practice = koyomi_record_get_int (self->incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;
  self->clocks = koyomi_clock_table_reckon (table, self->incident, reports, now);
  self->next = koyomi_clock_table_find_next (self->clocks);
  count_states (self);

  return g_steal_pointer (&self);
}

/* Returns: (transfer full) (nullable): the rows that @tail chooses */
static GPtrArray *
list_rows (KoyomiSession   *session,
           KoyomiTableId    table,
           const char      *tail,
           gboolean         with_practice,
           KoyomiLanguage   language,
           GError         **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiStatement) statement = koyomi_record_store_select (_koyomi_session_get_store (session), table, language, NULL, tail,
                                                                     error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":with_practice", with_practice);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (rows, koyomi_record_store_read (statement, table, language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* The rows of the incident at the front of @reports, which are sorted by incident as the incidents are. */
static GPtrArray *
take_reports (GPtrArray *reports,
              guint     *position,
              gint64     incident)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (; *position < reports->len; (*position)++)
    {
      gint64 of = koyomi_record_get_int (g_ptr_array_index (reports, *position), KOYOMI_INCIDENT_REPORT_INCIDENT);

      if (of > incident)
        break;
      if (of == incident)
        g_ptr_array_add (taken, g_ptr_array_index (reports, *position));
    }

  return taken;
}

static void
take_open_clocks (GPtrArray    *list,
                  KoyomiRecord *incident,
                  GPtrArray    *clocks)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (clocks, i);
      KoyomiOpenClock *open;

      if (clock->gives_way)
        continue;

      open = g_new0 (KoyomiOpenClock, 1);
      open->incident_id = koyomi_record_get_id (incident);
      open->number = g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER));
      open->title = g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_TITLE));
      open->is_practice = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;
      open->clock = g_ptr_array_index (clocks, i);
      clocks->pdata[i] = NULL;
      g_ptr_array_add (list, open);
    }
}

static int
compare_open_clocks (gconstpointer a,
                     gconstpointer b)
{
  const KoyomiOpenClock *first = *(const KoyomiOpenClock * const *) a;
  const KoyomiOpenClock *second = *(const KoyomiOpenClock * const *) b;
  gint64 first_left = koyomi_incident_clock_get_left (first->clock, 0);
  gint64 second_left = koyomi_incident_clock_get_left (second->clock, 0);

  if (first_left != second_left)
    return first_left < second_left ? -1 : 1;

  return (first->incident_id > second->incident_id) - (first->incident_id < second->incident_id);
}

/**
 * koyomi_session_list_open_clocks:
 * @with_practice: whether those of drills are listed as well
 * @now: (ms UTC) for which it is reckoned
 *
 * Returns: (transfer full) (element-type KoyomiOpenClock): every report of any incident that is due or late, the earliest first; what
 *   has no due time stands last
 */
GPtrArray *
koyomi_session_list_open_clocks (KoyomiSession   *session,
                                 gboolean         with_practice,
                                 gint64           now,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (free_open_clock);
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(KoyomiClockTable) table = NULL;
  guint position = 0;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((incidents = list_rows (session, KOYOMI_TABLE_INCIDENT, "WHERE t.id IN (" OPEN_INCIDENTS ") ORDER BY t.id", with_practice, language,
                              error)) == NULL ||
      (reports = list_rows (session, KOYOMI_TABLE_INCIDENT_REPORT, "WHERE t.incident_id IN (" OPEN_INCIDENTS ") ORDER BY t.incident_id, t.id",
                            with_practice, language, error)) == NULL ||
      (table = koyomi_session_load_clock_table (session, language, error)) == NULL)
    return NULL;

  for (guint i = 0; i < incidents->len; i++)
    {
      KoyomiRecord *incident = g_ptr_array_index (incidents, i);
      g_autoptr(GPtrArray) own = take_reports (reports, &position, koyomi_record_get_id (incident));
      g_autoptr(GPtrArray) clocks = koyomi_clock_table_reckon_due (table, incident, own, now);

      take_open_clocks (list, incident, clocks);
    }

  g_ptr_array_sort (list, compare_open_clocks);

  return g_steal_pointer (&list);
}
