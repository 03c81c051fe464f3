#include "koyomi-calendar-ics.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-ics-series-private.h"
#include "koyomi-recurrence.h"

#include <string.h>

/* A run that waits until all of its function's are known. */
typedef struct
{
  KoyomiRunRow  row;
  char         *team;
} Run;

typedef struct
{
  KoyomiSession     *session;
  KoyomiCalendar    *calendar;
  KoyomiIcsOrigin    origin;
  GOutputStream     *stream;
  GCancellable      *cancellable;
  KoyomiCalendarRow *row;
  GPtrArray         *activities;   /* (element-type GPtrArray of Run), in the order of their first runs */
  GHashTable        *by_id;        /* the same by id; borrowed */
} Writer;

static void
free_run (gpointer data)
{
  Run *run = data;

  g_object_unref (run->row.group);
  g_object_unref (run->row.activity);
  g_object_unref (run->row.run);
  g_free (run->team);
  g_free (run);
}

static gboolean
write_text (Writer      *self,
            const char  *text,
            GError     **error)
{
  return g_output_stream_write_all (self->stream, text, strlen (text), NULL, self->cancellable, error);
}

/* Takes @event. */
static gboolean
write_event (Writer         *self,
             icalcomponent  *event,
             GError        **error)
{
  g_autofree char *text = _koyomi_ics_event_format (event, error);

  return text != NULL && write_text (self, text, error);
}

static gboolean
write_run (Writer      *self,
           const Run   *run,
           GError     **error)
{
  g_autofree char *uid = g_strdup_printf ("run-%" G_GINT64_FORMAT "@koyomi", koyomi_record_get_id (run->row.run));

  return write_event (self, _koyomi_ics_event_new_run (&self->origin, uid, &run->row), error);
}

/* A run that differs from the series: the same event on that one day. */
static gboolean
write_exception (Writer      *self,
                 const Run   *run,
                 const char  *uid,
                 GError     **error)
{
  icalcomponent *event = _koyomi_ics_event_new_run (&self->origin, uid, &run->row);
  guint32 slot_day = koyomi_record_get_day (run->row.run, KOYOMI_OCCURRENCE_SLOT_DAY);

  icalcomponent_add_property (event, icalproperty_new_recurrenceid (_koyomi_ics_day_to_ical (slot_day)));

  return write_event (self, event, error);
}

static Run *
find_run (GPtrArray *runs,
          guint32    slot_day)
{
  for (guint i = 0; i < runs->len; i++)
    {
      Run *run = g_ptr_array_index (runs, i);

      if (koyomi_record_get_day (run->row.run, KOYOMI_OCCURRENCE_SLOT_DAY) == slot_day)
        return run;
    }

  return NULL;
}

/* The series itself, as a run on its first day that is still to come, without the days that have no run. */
static icalcomponent *
make_series (Writer          *self,
             KoyomiIcsSeries *series,
             GPtrArray       *runs,
             const char      *uid)
{
  const Run *first = g_ptr_array_index (runs, 0);
  const KoyomiSlot *slot = &g_array_index (series->slots, KoyomiSlot, 0);
  g_autoptr(KoyomiRecord) pattern = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  guint32 duration = MAX (koyomi_record_get_int (first->row.activity, KOYOMI_ACTIVITY_DURATION), 1);
  KoyomiRunRow row = { self->row, first->row.group, first->row.activity, pattern, KOYOMI_STATE_PLANNED, first->team, first->row.rule };
  icalcomponent *event;

  koyomi_record_set_int (pattern, KOYOMI_OCCURRENCE_FIRST_DAY, slot->day);
  koyomi_record_set_int (pattern, KOYOMI_OCCURRENCE_LAST_DAY, MAX (slot->last_day, slot->day + duration - 1));
  event = _koyomi_ics_event_new_run (&self->origin, uid, &row);
  icalcomponent_add_property (event, icalproperty_new_rrule (icalrecurrencetype_from_string (series->rrule)));

  for (guint i = 0; i < series->slots->len; i++)
    {
      slot = &g_array_index (series->slots, KoyomiSlot, i);
      if (find_run (runs, slot->slot_day) == NULL)
        icalcomponent_add_property (event, icalproperty_new_exdate (_koyomi_ics_day_to_ical (slot->day)));
    }

  return event;
}

/* The year stands in the name, so that each year's file has its own and none replaces another's. */
static gboolean
write_series (Writer           *self,
              KoyomiIcsSeries  *series,
              GPtrArray        *runs,
              GError          **error)
{
  const Run *first = g_ptr_array_index (runs, 0);
  g_autofree char *uid = g_strdup_printf ("activity-%" G_GINT64_FORMAT "-%d@koyomi", koyomi_record_get_id (first->row.activity),
                                          self->calendar->year.year);

  /* Without its other runs the series would lose them in a program that has all: it gets the chosen ones as single days of it. */
  if (!self->calendar->is_chosen && !write_event (self, make_series (self, series, runs, uid), error))
    return FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = g_ptr_array_index (runs, i);
      guint32 slot_day = koyomi_record_get_day (run->row.run, KOYOMI_OCCURRENCE_SLOT_DAY);

      if (!self->calendar->is_chosen && _koyomi_ics_series_follows (series, run->row.activity, run->row.run))
        continue;

      if (!(_koyomi_ics_series_has_slot (series, slot_day) ? write_exception (self, run, uid, error) :
            write_run (self, run, error)))
        return FALSE;
    }

  return TRUE;
}

/* An activity whose rule a calendar program understands is one event with its exceptions, whatever happens to its runs: if it
 * became many when the first run is done, the program that read an earlier file would show both. */
static gboolean
write_activity (Writer     *self,
                GPtrArray  *runs,
                GError    **error)
{
  const Run *first = g_ptr_array_index (runs, 0);
  g_auto(KoyomiIcsSeries) series = { 0 };

  _koyomi_ics_series_init (&series, first->row.activity, self->calendar->work_calendar, self->calendar->year);
  if (series.rrule != NULL)
    return write_series (self, &series, runs, error);

  for (guint i = 0; i < runs->len; i++)
    if (!write_run (self, g_ptr_array_index (runs, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
flush_function (Writer  *self,
                GError **error)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (!write_activity (self, g_ptr_array_index (self->activities, i), error))
      return FALSE;

  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->activities, 0);

  return TRUE;
}

static gboolean
keep_run (const KoyomiRunRow  *row,
          gpointer             data,
          GError             **error)
{
  Writer *self = data;
  gint64 id = koyomi_record_get_id (row->activity);
  GPtrArray *runs;
  Run *run;

  if (self->row != row->row && !flush_function (self, error))
    return FALSE;

  self->row = row->row;
  if ((runs = g_hash_table_lookup (self->by_id, &id)) == NULL)
    {
      runs = g_ptr_array_new_with_free_func (free_run);
      g_ptr_array_add (self->activities, runs);
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), runs);
    }

  run = g_new0 (Run, 1);
  run->row = *row;
  g_object_ref (run->row.group);
  g_object_ref (run->row.activity);
  g_object_ref (run->row.run);
  run->row.team = run->team = g_strdup (row->team);
  run->row.rule = "";
  g_ptr_array_add (runs, run);

  return TRUE;
}

static gboolean
write_meeting (Writer                 *self,
               const KoyomiMilestone  *milestone,
               GError                **error)
{
  g_autofree char *uid = g_strdup_printf ("meeting-%" G_GINT64_FORMAT "@koyomi", milestone->meeting_id);
  g_autoptr(KoyomiRecord) meeting = koyomi_session_get (self->session, KOYOMI_TABLE_MEETING, milestone->meeting_id,
                                                        self->calendar->language, error);
  icalcomponent *event;

  if (meeting == NULL)
    return FALSE;

  event = _koyomi_ics_event_new (&self->origin, uid, milestone->title, milestone->day, milestone->day,
                                 milestone->status == KOYOMI_MEETING_STATUS_CANCELLED);
  _koyomi_ics_event_add_text (event, ICAL_LOCATION_PROPERTY, koyomi_record_get_text (meeting, KOYOMI_MEETING_PLACE));
  _koyomi_ics_event_add_text (event, ICAL_DESCRIPTION_PROPERTY, koyomi_record_get_text (meeting, KOYOMI_MEETING_AGENDA));
  _koyomi_ics_event_add_text (event, ICAL_CATEGORIES_PROPERTY, koyomi_tr (self->calendar->language, "Committee meetings"));
  if (milestone->status == KOYOMI_MEETING_STATUS_PLANNED)
    _koyomi_ics_event_add_alarm (event, milestone->title);

  return write_event (self, event, error);
}

static gboolean
write_meetings (Writer  *self,
                GError **error)
{
  for (guint i = 0; i < self->calendar->milestones->len; i++)
    {
      const KoyomiMilestone *milestone = &g_array_index (self->calendar->milestones, KoyomiMilestone, i);

      if (milestone->day >= self->calendar->first_day && milestone->day <= self->calendar->last_day &&
          !write_meeting (self, milestone, error))
        return FALSE;
    }

  return TRUE;
}

/* The lines before the first event. What libical writes for a calendar without any ends with the line that goes to the end. */
static gboolean
write_head (Writer  *self,
            GError **error)
{
  KoyomiCalendar *calendar = self->calendar;
  icalcomponent *head = icalcomponent_new_vcalendar ();
  g_autofree char *year = koyomi_fiscal_year_format (calendar->year, calendar->language);
  g_autofree char *title = g_strdup_printf (koyomi_tr (calendar->language, "Annual calendar %s"), year);
  g_autofree char *whole = *calendar->organisation != '\0' ? g_strdup_printf ("%s %s", calendar->organisation, title) : g_strdup (title);
  g_autofree char *name = g_strjoin ("   ", whole, *calendar->remark != '\0' ? calendar->remark : NULL, NULL);
  g_autofree char *text = NULL;
  icalproperty *property = icalproperty_new_x (name);

  icalcomponent_add_property (head, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (head, icalproperty_new_prodid ("-//Koyomi//Koyomi " KOYOMI_VERSION "//EN"));
  icalcomponent_add_property (head, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  icalproperty_set_x_name (property, "X-WR-CALNAME");
  icalcomponent_add_property (head, property);
  if ((text = _koyomi_ics_event_format (head, error)) == NULL)
    return FALSE;

  *strstr (text, "END:VCALENDAR") = '\0';

  return write_text (self, text, error);
}

static gboolean
init_origin (Writer  *self,
             GError **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, error);
  g_autoptr(GDateTime) moment = NULL;

  if (head == NULL)
    return FALSE;

  moment = koyomi_session_dup_moment (self->session, head);
  self->origin.language = self->calendar->language;
  self->origin.sequence = MIN (head->seq, G_MAXINT);
  self->origin.stamp = icaltime_from_timet_with_zone (g_date_time_to_unix (moment), FALSE, icaltimezone_get_utc_timezone ());

  return TRUE;
}

/**
 * koyomi_calendar_write_ics:
 * @stream: not closed; what it holds after a failure is of no use
 *
 * Writes the runs of the year and the meetings of the committees for calendar programs. The names of the events stay the same from
 * one file to the next, so that reading a newer one changes what is there instead of adding to it.
 */
gboolean
koyomi_calendar_write_ics (KoyomiSession       *session,
                           KoyomiCalendar      *calendar,
                           GOutputStream       *stream,
                           KoyomiProgressFunc   progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  Writer self = { .session = session, .calendar = calendar, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session) && KOYOMI_IS_CALENDAR (calendar), FALSE);

  if (!init_origin (&self, error))
    return FALSE;

  self.stream = g_buffered_output_stream_new_sized (stream, 64 * 1024);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self.stream), FALSE);
  self.activities = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self.by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  done = write_head (&self, error) &&
         koyomi_run_table_for_each (session, calendar, keep_run, &self, progress, progress_data, cancellable, error) &&
         flush_function (&self, error) &&
         write_meetings (&self, error) &&
         write_text (&self, "END:VCALENDAR\r\n", error) &&
         g_output_stream_flush (self.stream, cancellable, error);

  g_hash_table_unref (self.by_id);
  g_ptr_array_unref (self.activities);
  g_object_unref (self.stream);

  return done;
}
