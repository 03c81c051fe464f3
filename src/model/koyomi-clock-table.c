#include "koyomi-clock-table.h"

#include "koyomi-incident-times.h"
#include "koyomi-reference.h"

#include <string.h>

typedef struct
{
  KoyomiRecord *record;
  KoyomiClock   rule;
  gboolean      is_readable;
} Entry;

struct _KoyomiClockTable
{
  GPtrArray          *clocks;
  GArray             *entries;   /* (element-type Entry) */
  KoyomiWorkCalendar *company;
  GTimeZone          *zone;
};

/* What is being reckoned for one incident. */
typedef struct
{
  KoyomiClockTable *table;
  KoyomiRecord     *incident;
  GPtrArray        *reports;
} Reckoning;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  koyomi_clock_clear (&entry->rule);
}

/* Returns: the row of the reference with the clock's code, or -1 for a clock of the user's own */
static int
find_reference (KoyomiRecord *clock)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/reporting_clocks");

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    if (strcmp (koyomi_reference_get_text (table, i, "id"), koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE)) == 0)
      return i;

  return -1;
}

/* Whether it is one of the program's own clocks: these are turned off rather than deleted. */
gboolean
koyomi_clock_table_is_shipped (KoyomiRecord *clock)
{
  return find_reference (clock) >= 0;
}

/* Fills in what a row leaves open, as one does that was written by an earlier version, from the reference for its code. */
void
koyomi_clock_table_complete (KoyomiRecord *clock)
{
  static const struct
  {
    int         field;
    const char *column;
  } texts[] = {
    { KOYOMI_CLOCK_NOTICE, "notice" },
    { KOYOMI_CLOCK_AFTER_NOTICE, "after_notice" },
    { KOYOMI_CLOCK_TIME_ZONE, "time_zone" },
    { KOYOMI_CLOCK_ITEMS, "items" },
  };
  const KoyomiReference *table = koyomi_reference_get ("reference/reporting_clocks");
  gboolean had_changes = koyomi_record_has_changes (clock);
  int row = find_reference (clock);
  const char *warn;

  if (row < 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (koyomi_record_is_none (clock, texts[i].field))
      koyomi_record_set_text (clock, texts[i].field, koyomi_reference_get_text (table, row, texts[i].column));

  warn = koyomi_reference_get_text (table, row, "warn_amount");
  if (*warn != '\0' && koyomi_record_is_none (clock, KOYOMI_CLOCK_WARN_AMOUNT))
    koyomi_record_set_real (clock, KOYOMI_CLOCK_WARN_AMOUNT, g_ascii_strtod (warn, NULL));

  if (!had_changes)
    koyomi_record_mark_unchanged (clock);
}

/* Clocks of one notice are served by one report. A clock that names none is a notice of its own. */
const char *
koyomi_clock_table_get_notice (KoyomiRecord *clock)
{
  const char *notice = koyomi_record_get_text (clock, KOYOMI_CLOCK_NOTICE);

  return *notice != '\0' ? notice : koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE);
}

/* What must stand wherever limits are shown. */
const char *
koyomi_clock_table_get_disclaimer (KoyomiLanguage language)
{
  return koyomi_tr (language, N_("Not legal advice. Check each limit against its source, and correct it in the table where it differs."));
}

KoyomiClockTable *
koyomi_clock_table_new (GPtrArray          *clocks,
                        KoyomiWorkCalendar *company,
                        GTimeZone          *zone)
{
  KoyomiClockTable *self = g_new0 (KoyomiClockTable, 1);

  self->clocks = g_ptr_array_ref (clocks);
  self->entries = g_array_sized_new (FALSE, TRUE, sizeof (Entry), clocks->len);
  self->company = g_object_ref (company);
  self->zone = g_time_zone_ref (zone);
  g_array_set_clear_func (self->entries, clear_entry);

  for (guint i = 0; i < clocks->len; i++)
    {
      Entry entry = { .record = g_ptr_array_index (clocks, i) };

      koyomi_clock_table_complete (entry.record);
      entry.is_readable = koyomi_clock_read (&entry.rule, entry.record, NULL);
      g_array_append_val (self->entries, entry);
    }

  return self;
}

void
koyomi_clock_table_free (KoyomiClockTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_ptr_array_unref (self->clocks);
  g_object_unref (self->company);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/* Returns: (transfer none) (element-type KoyomiRecord): as they were handed in, completed */
GPtrArray *
koyomi_clock_table_get_clocks (KoyomiClockTable *self)
{
  return self->clocks;
}

/* The row of the clock; the last one should there be several. */
static KoyomiRecord *
find_report (Reckoning    *self,
             KoyomiRecord *clock)
{
  for (guint i = self->reports->len; i > 0; i--)
    if (koyomi_record_get_int (g_ptr_array_index (self->reports, i - 1), KOYOMI_INCIDENT_REPORT_CLOCK) == koyomi_record_get_id (clock))
      return g_ptr_array_index (self->reports, i - 1);

  return NULL;
}

static gboolean
is_of_notice (Reckoning    *self,
              KoyomiRecord *report,
              const char   *notice)
{
  for (guint i = 0; i < self->table->entries->len; i++)
    {
      KoyomiRecord *clock = g_array_index (self->table->entries, Entry, i).record;

      if (koyomi_record_get_id (clock) == koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_CLOCK))
        return strcmp (koyomi_clock_table_get_notice (clock), notice) == 0;
    }

  return FALSE;
}

/* When the notice was submitted, first or last; 0 when it was not. */
static gint64
find_submission (Reckoning  *self,
                 const char *notice,
                 gboolean    first)
{
  gint64 found = 0;

  for (guint i = 0; i < self->reports->len; i++)
    {
      KoyomiRecord *report = g_ptr_array_index (self->reports, i);
      gint64 filed_at = koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_FILED_AT);

      if (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE) != KOYOMI_REPORT_STATE_FILED || filed_at == 0 ||
          !is_of_notice (self, report, notice))
        continue;

      if (found == 0 || (first ? filed_at < found : filed_at > found))
        found = filed_at;
    }

  return found;
}

static gint64
find_start (Reckoning    *self,
            const Entry  *entry,
            KoyomiRecord *report)
{
  const char *after = koyomi_record_get_text (entry->record, KOYOMI_CLOCK_AFTER_NOTICE);

  switch (entry->rule.start)
    {
    case KOYOMI_CLOCK_START_DETECTED:
      return koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_DETECTED, self->incident);

    case KOYOMI_CLOCK_START_CLASSIFIED:
      return koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_CLASSIFIED, self->incident);

    case KOYOMI_CLOCK_START_MATERIAL:
      if (report == NULL || koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE) < KOYOMI_REPORT_STATE_DUE)
        return 0;
      return koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_DECIDED_AT);

    case KOYOMI_CLOCK_START_PREVIOUS_STAGE:
      return find_submission (self, after, FALSE);

    case KOYOMI_CLOCK_START_FIRST_REPORT:
      return find_submission (self, after, TRUE);

    case KOYOMI_CLOCK_START_AWARE:
    default:
      return koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_AWARE, self->incident);
    }
}

static KoyomiClockLack
find_lack (const Entry *entry,
           gint64       started_at)
{
  if (!entry->is_readable || (koyomi_clock_unit_has_amount (entry->rule.unit) && entry->rule.amount <= 0) ||
      entry->rule.unit == KOYOMI_CLOCK_UNIT_MINISTERIAL_ORDER)
    return KOYOMI_CLOCK_LACKS_AMOUNT;

  if (!koyomi_clock_unit_has_amount (entry->rule.unit))
    return KOYOMI_CLOCK_LACKS_NUMBER;

  if (started_at != 0)
    return KOYOMI_CLOCK_LACKS_NOTHING;

  return entry->rule.start >= KOYOMI_CLOCK_START_PREVIOUS_STAGE ? KOYOMI_CLOCK_LACKS_STAGE : KOYOMI_CLOCK_LACKS_START;
}

static KoyomiClockState
get_stored_state (KoyomiRecord *report)
{
  static const KoyomiClockState states[] = {
    [KOYOMI_REPORT_STATE_NOT_JUDGED] = KOYOMI_CLOCK_STATE_NOT_JUDGED,
    [KOYOMI_REPORT_STATE_NOT_APPLICABLE] = KOYOMI_CLOCK_STATE_NOT_APPLICABLE,
    [KOYOMI_REPORT_STATE_DUE] = KOYOMI_CLOCK_STATE_DUE,
    [KOYOMI_REPORT_STATE_FILED] = KOYOMI_CLOCK_STATE_FILED,
  };

  return report != NULL ? states[koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE)] : KOYOMI_CLOCK_STATE_NOT_JUDGED;
}

/* What was recorded when it was filed holds for ever; before that, a time of one's own holds where the law has no number. */
static gint64
find_due (Reckoning                 *self,
          const Entry               *entry,
          const KoyomiIncidentClock *clock)
{
  gint64 recorded = clock->report != NULL ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_DUE_AT) : 0;

  if (recorded != 0 && (clock->state == KOYOMI_CLOCK_STATE_FILED || clock->lack == KOYOMI_CLOCK_LACKS_NUMBER ||
                        clock->lack == KOYOMI_CLOCK_LACKS_AMOUNT))
    return recorded;

  return clock->lack == KOYOMI_CLOCK_LACKS_NOTHING
    ? koyomi_clock_get_due (&entry->rule, clock->started_at, self->table->company, self->table->zone) : 0;
}

static KoyomiIncidentClock *
start_clock (Reckoning   *self,
             const Entry *entry)
{
  KoyomiIncidentClock *clock = g_new0 (KoyomiIncidentClock, 1);

  clock->clock = g_object_ref (entry->record);
  g_set_object (&clock->report, find_report (self, entry->record));
  clock->state = get_stored_state (clock->report);
  clock->started_at = entry->is_readable ? find_start (self, entry, clock->report) : 0;
  clock->lack = find_lack (entry, clock->started_at);
  clock->due_at = find_due (self, entry, clock);
  if (clock->lack == KOYOMI_CLOCK_LACKS_NOTHING)
    clock->warn_at = koyomi_clock_get_warning (&entry->rule, clock->started_at, self->table->company, self->table->zone);

  return clock;
}

static gboolean
share_notice (const KoyomiIncidentClock *a,
              const KoyomiIncidentClock *b)
{
  return a != b && a->state == b->state &&
         strcmp (koyomi_clock_table_get_notice (a->clock), koyomi_clock_table_get_notice (b->clock)) == 0;
}

/* A cap from awareness gives way to a clock that only began after the cap had passed: DORA's 24 hours to its 4 hours from a
 * classification that came later. */
static gboolean
has_lapsed (Reckoning                 *self,
            GPtrArray                 *clocks,
            const KoyomiIncidentClock *cap)
{
  if (cap->due_at == 0 || cap->started_at != koyomi_incident_time_find_first (KOYOMI_INCIDENT_TIME_AWARE, self->incident))
    return FALSE;

  for (guint i = 0; i < clocks->len; i++)
    {
      const KoyomiIncidentClock *other = g_ptr_array_index (clocks, i);

      if (share_notice (cap, other) && other->started_at > cap->due_at)
        return TRUE;
    }

  return FALSE;
}

/* Of the clocks of one notice the earliest counts. */
static void
settle_notices (Reckoning *self,
                GPtrArray *clocks)
{
  for (guint i = 0; i < clocks->len; i++)
    ((KoyomiIncidentClock *) g_ptr_array_index (clocks, i))->gives_way = has_lapsed (self, clocks, g_ptr_array_index (clocks, i));

  for (guint i = 0; i < clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (clocks, i);

      for (guint j = 0; j < clocks->len && !clock->gives_way; j++)
        {
          const KoyomiIncidentClock *other = g_ptr_array_index (clocks, j);

          if (!share_notice (clock, other) || other->gives_way || other->due_at == 0)
            continue;

          clock->gives_way = clock->due_at == 0 || other->due_at < clock->due_at || (other->due_at == clock->due_at && j < i);
        }
    }
}

static void
settle_state (KoyomiIncidentClock *clock,
              gint64               now)
{
  gint64 filed_at = clock->report != NULL ? koyomi_record_get_int (clock->report, KOYOMI_INCIDENT_REPORT_FILED_AT) : 0;

  if (clock->state == KOYOMI_CLOCK_STATE_FILED)
    clock->filed_late = clock->due_at != 0 && filed_at > clock->due_at && !clock->gives_way;

  if (clock->state != KOYOMI_CLOCK_STATE_DUE || clock->gives_way)
    return;

  if (clock->due_at != 0 && now > clock->due_at)
    clock->state = KOYOMI_CLOCK_STATE_LATE;
  clock->is_warning = clock->warn_at != 0 && now >= clock->warn_at;
}

static gboolean
is_wanted (Reckoning    *self,
           KoyomiRecord *clock,
           gboolean      only_due)
{
  KoyomiRecord *report = find_report (self, clock);

  if (only_due)
    return report != NULL && koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE) == KOYOMI_REPORT_STATE_DUE;

  return report != NULL || koyomi_record_get_int (clock, KOYOMI_CLOCK_OFF) == 0;
}

static GPtrArray *
reckon (KoyomiClockTable *self,
        KoyomiRecord     *incident,
        GPtrArray        *reports,
        gboolean          only_due,
        gint64            now)
{
  GPtrArray *clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_incident_clock_free);
  Reckoning reckoning = { self, incident, reports };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (is_wanted (&reckoning, entry->record, only_due))
        g_ptr_array_add (clocks, start_clock (&reckoning, entry));
    }

  settle_notices (&reckoning, clocks);
  for (guint i = 0; i < clocks->len; i++)
    settle_state (g_ptr_array_index (clocks, i), now);

  return clocks;
}

/**
 * koyomi_clock_table_reckon:
 * @reports: (element-type KoyomiRecord): the incident's rows of incident_report
 *
 * Returns: (transfer full) (element-type KoyomiIncidentClock): each clock that is on, and each that is off but was decided on, in the
 *   order of the table
 */
GPtrArray *
koyomi_clock_table_reckon (KoyomiClockTable *self,
                           KoyomiRecord     *incident,
                           GPtrArray        *reports,
                           gint64            now)
{
  return reckon (self, incident, reports, FALSE, now);
}

/* As koyomi_clock_table_reckon(), but those alone that were judged to apply and are not filed: what many incidents are asked for. */
GPtrArray *
koyomi_clock_table_reckon_due (KoyomiClockTable *self,
                               KoyomiRecord     *incident,
                               GPtrArray        *reports,
                               gint64            now)
{
  return reckon (self, incident, reports, TRUE, now);
}

/* Returns: (transfer none) (nullable): what must be reported next; what has no due time comes after what has */
KoyomiIncidentClock *
koyomi_clock_table_find_next (GPtrArray *reckoned)
{
  KoyomiIncidentClock *next = NULL;

  for (guint i = 0; i < reckoned->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (reckoned, i);

      if ((clock->state != KOYOMI_CLOCK_STATE_DUE && clock->state != KOYOMI_CLOCK_STATE_LATE) || clock->gives_way)
        continue;

      if (next == NULL || koyomi_incident_clock_get_left (clock, 0) < koyomi_incident_clock_get_left (next, 0))
        next = clock;
    }

  return next;
}
