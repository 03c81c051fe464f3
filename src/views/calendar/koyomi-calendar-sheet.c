#include "koyomi-calendar-sheet.h"

#include "koyomi-calendar-reader.h"
#include "koyomi-closed-year.h"
#include "koyomi-day.h"

#include <string.h>

/* So many runs are read at once after an edit, so that no row is too low for a moment. */
#define FEW_RUNS 5000

struct _KoyomiCalendarSheet
{
  GObject                parent_instance;

  KoyomiWorkspace       *workspace;
  KoyomiRunSelection    *selection;
  KoyomiTimeline        *timeline;
  KoyomiCalendarReader  *reader;      /* of the whole year */
  KoyomiCalendar        *calendar;    /* what the filter leaves of it, grouped; else the same */
  KoyomiCalendarFilter  *filter;
  KoyomiGrouping         grouping;
  KoyomiFiscalYear       year;
  gboolean               is_closed;   /* the year, to edits */
  KoyomiSheetLines      *lines;
  guint                  n_runs;      /* of the year, as last counted */
  guint                  counts[KOYOMI_N_STATES];
  guint                  width_id;    /* tells that the width has changed */
};

enum
{
  SIGNAL_LINES,
  SIGNAL_TIME,
  SIGNAL_ARRANGED,
  SIGNAL_COUNTS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiCalendarSheet, koyomi_calendar_sheet, G_TYPE_OBJECT)

static void
koyomi_calendar_sheet_dispose (GObject *object)
{
  KoyomiCalendarSheet *self = KOYOMI_CALENDAR_SHEET (object);

  g_clear_handle_id (&self->width_id, g_source_remove);
  g_clear_object (&self->calendar);
  g_clear_object (&self->reader);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_calendar_sheet_parent_class)->dispose (object);
}

static void
koyomi_calendar_sheet_finalize (GObject *object)
{
  KoyomiCalendarSheet *self = KOYOMI_CALENDAR_SHEET (object);

  g_clear_pointer (&self->lines, koyomi_sheet_lines_free);
  g_clear_pointer (&self->timeline, koyomi_timeline_free);
  koyomi_calendar_filter_free (self->filter);

  G_OBJECT_CLASS (koyomi_calendar_sheet_parent_class)->finalize (object);
}

static guint
make_signal (const char *name)
{
  return g_signal_new (name, KOYOMI_TYPE_CALENDAR_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_calendar_sheet_class_init (KoyomiCalendarSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_sheet_finalize;

  signals[SIGNAL_LINES] = make_signal ("lines");
  signals[SIGNAL_TIME] = make_signal ("time");
  signals[SIGNAL_ARRANGED] = make_signal ("arranged");
  signals[SIGNAL_COUNTS] = make_signal ("counts");
}

static void
koyomi_calendar_sheet_init (KoyomiCalendarSheet *self)
{
  self->filter = koyomi_calendar_filter_new ();
}

static KoyomiCalendar *
get_full (KoyomiCalendarSheet *self)
{
  return koyomi_calendar_reader_get_calendar (self->reader);
}

static void
tell_lines (KoyomiCalendarSheet *self)
{
  g_signal_emit (self, signals[SIGNAL_LINES], 0);
}

static void
make_lines (KoyomiCalendarSheet *self)
{
  koyomi_sheet_lines_make (self->lines, self->calendar);
}

/* What the legend counts: all that answers the filter but for the states that it asks for. */
static KoyomiCalendar *
get_counted (KoyomiCalendarSheet *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = NULL;

  if (self->filter->states == 0)
    return g_object_ref (self->calendar);

  filter = koyomi_calendar_filter_copy (self->filter);
  filter->states = 0;

  return koyomi_calendar_arrange (get_full (self), filter, self->grouping, koyomi_workspace_get_language (self->workspace));
}

static void
count_states (KoyomiCalendarSheet *self)
{
  g_autoptr(KoyomiCalendar) counted = self->calendar != NULL ? get_counted (self) : NULL;

  self->n_runs = 0;
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; counted != NULL && i < self->calendar->rows->len; i++)
    self->n_runs += ((KoyomiCalendarRow *) g_ptr_array_index (self->calendar->rows, i))->bars->len;
  for (guint i = 0; counted != NULL && i < counted->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (counted->rows, i);

      for (guint j = 0; j < row->bars->len; j++)
        self->counts[g_array_index (row->bars, KoyomiBar, j).state]++;
    }

  g_signal_emit (self, signals[SIGNAL_COUNTS], 0);
}

/* Whether something else is shown than all functions by their groups. */
gboolean
koyomi_calendar_sheet_is_arranged (KoyomiCalendarSheet *self)
{
  return self->grouping != KOYOMI_GROUPING_FUNCTION_GROUP || !koyomi_calendar_filter_is_empty (self->filter);
}

static void
resized_cb (KoyomiCalendarSheet *self)
{
  koyomi_sheet_lines_resize (self->lines);
  tell_lines (self);
}

/* The plan's first month may have been changed. */
static void
update_year (KoyomiCalendarSheet *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiFiscalYear now = koyomi_session_get_fiscal_year (session, koyomi_day_today ());

  if (self->year.year == 0)
    self->year = now;
  else
    self->year.start_month = now.start_month;
}

static void
start_time (KoyomiCalendarSheet *self)
{
  KoyomiTimeScale *time = &self->timeline->time;
  guint32 first_day = koyomi_fiscal_year_get_first_day (self->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->year);
  double width = time->width;
  KoyomiZoom zoom = koyomi_time_scale_get_zoom (time);
  guint32 today = koyomi_day_today ();

  if (time->first_day == first_day && time->last_day == last_day)
    return;

  koyomi_time_scale_init (time, first_day, last_day);
  if (width > 0)
    {
      koyomi_time_scale_set_width (time, width);
      koyomi_time_scale_set_zoom (time, zoom, today >= first_day && today <= last_day ? today : first_day);
    }
}

static void
tell_time (KoyomiCalendarSheet *self)
{
  g_signal_emit (self, signals[SIGNAL_TIME], 0);
}

static void
fill_full (KoyomiCalendarSheet *self)
{
  koyomi_calendar_reader_fill_all (self->reader);
  koyomi_sheet_lines_resize (self->lines);
}

/* Makes what is shown of the full calendar. */
static void
arrange (KoyomiCalendarSheet *self)
{
  KoyomiCalendar *full = get_full (self);

  g_clear_object (&self->calendar);

  if (full != NULL && koyomi_calendar_sheet_is_arranged (self))
    {
      fill_full (self);
      self->calendar = koyomi_calendar_arrange (full, self->filter, self->grouping,
                                                koyomi_workspace_get_language (self->workspace));
    }
  else if (full != NULL)
    self->calendar = g_object_ref (full);

  if (self->calendar != NULL)
    koyomi_timeline_set_calendar (self->timeline, self->calendar);
}

/* Small plans are read at once, large ones bit by bit. */
static void
start_filling (KoyomiCalendarSheet *self)
{
  if (koyomi_calendar_sheet_is_arranged (self) || (self->n_runs > 0 && self->n_runs <= FEW_RUNS))
    fill_full (self);
  else
    koyomi_calendar_reader_start (self->reader);
}

/* Reads the year anew. */
static void
reload (KoyomiCalendarSheet *self)
{
  update_year (self);
  self->is_closed = koyomi_session_is_year_closed (koyomi_workspace_get_session (self->workspace), self->year);
  koyomi_calendar_reader_load (self->reader, self->year);
  start_time (self);
  start_filling (self);
  arrange (self);
  make_lines (self);

  tell_lines (self);
  if (!koyomi_calendar_reader_is_running (self->reader))
    count_states (self);
}

KoyomiCalendarSheet *
koyomi_calendar_sheet_new (KoyomiWorkspace    *workspace,
                           KoyomiRunSelection *selection)
{
  KoyomiCalendarSheet *self = g_object_new (KOYOMI_TYPE_CALENDAR_SHEET, NULL);

  self->workspace = g_object_ref (workspace);
  self->selection = g_object_ref (selection);
  self->timeline = koyomi_timeline_new (koyomi_workspace_get_language (workspace));
  self->lines = koyomi_sheet_lines_new (self->timeline);
  self->reader = koyomi_calendar_reader_new (workspace);
  g_signal_connect_object (self->reader, "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "done", G_CALLBACK (count_states), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

KoyomiWorkspace *
koyomi_calendar_sheet_get_workspace (KoyomiCalendarSheet *self)
{
  return self->workspace;
}

KoyomiRunSelection *
koyomi_calendar_sheet_get_selection (KoyomiCalendarSheet *self)
{
  return self->selection;
}

/* Returns: (transfer none): for placing and painting; its time and style are changed through the sheet */
KoyomiTimeline *
koyomi_calendar_sheet_get_timeline (KoyomiCalendarSheet *self)
{
  return self->timeline;
}

/* Returns: (transfer none) (nullable): the calendar before it is filtered; its rows may not be read yet */
KoyomiCalendar *
koyomi_calendar_sheet_get_full (KoyomiCalendarSheet *self)
{
  return get_full (self);
}

KoyomiLanguage
koyomi_calendar_sheet_get_language (KoyomiCalendarSheet *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

gboolean
koyomi_calendar_sheet_can_edit (KoyomiCalendarSheet *self)
{
  return koyomi_workspace_can_edit (self->workspace) && !self->is_closed;
}

/* Whether the year that is shown was closed by rolling it over. */
gboolean
koyomi_calendar_sheet_is_closed (KoyomiCalendarSheet *self)
{
  return self->is_closed;
}

/* Shows where runs stood in a baseline. @days: (nullable) (element-type gint64 KoyomiBaselineDays): kept */
void
koyomi_calendar_sheet_set_baseline (KoyomiCalendarSheet *self,
                                    GHashTable          *days)
{
  koyomi_timeline_set_baseline (self->timeline, days);
  tell_time (self);
}

KoyomiFiscalYear
koyomi_calendar_sheet_get_year (KoyomiCalendarSheet *self)
{
  return self->year;
}

/* Shows the fiscal year that is named after @year. */
void
koyomi_calendar_sheet_set_year (KoyomiCalendarSheet *self,
                                int                  year)
{
  if (self->year.year == year)
    return;

  self->year.year = year;
  reload (self);
  tell_time (self);
}

const KoyomiCalendarFilter *
koyomi_calendar_sheet_get_filter (KoyomiCalendarSheet *self)
{
  return self->filter;
}

KoyomiGrouping
koyomi_calendar_sheet_get_grouping (KoyomiCalendarSheet *self)
{
  return self->grouping;
}

/* Shows only what answers the filter, grouped like that. @filter: copied */
void
koyomi_calendar_sheet_arrange (KoyomiCalendarSheet        *self,
                               const KoyomiCalendarFilter *filter,
                               KoyomiGrouping              grouping)
{
  KoyomiCalendarFilter *copy = koyomi_calendar_filter_copy (filter);

  koyomi_calendar_filter_free (self->filter);
  self->filter = copy;
  self->grouping = grouping;
  arrange (self);
  make_lines (self);

  tell_lines (self);
  g_signal_emit (self, signals[SIGNAL_ARRANGED], 0);
  if (!koyomi_calendar_reader_is_running (self->reader))
    count_states (self);
}

/* Shows what @other shows of the same plan: its year, filter and grouping, folded groups and scale of time. */
void
koyomi_calendar_sheet_take_over (KoyomiCalendarSheet *self,
                                 KoyomiCalendarSheet *other)
{
  koyomi_sheet_lines_fold_as (self->lines, other->lines);
  koyomi_calendar_sheet_set_year (self, other->year.year);
  koyomi_calendar_sheet_arrange (self, other->filter, other->grouping);
  self->timeline->time = other->timeline->time;
  tell_time (self);
}

gboolean
koyomi_calendar_sheet_get_routines (KoyomiCalendarSheet *self)
{
  return koyomi_sheet_lines_get_routines (self->lines);
}

/* Shows each function's routines below it. */
void
koyomi_calendar_sheet_set_routines (KoyomiCalendarSheet *self,
                                    gboolean             routines)
{
  if (koyomi_sheet_lines_get_routines (self->lines) == routines)
    return;

  koyomi_sheet_lines_set_routines (self->lines, routines);
  make_lines (self);
  tell_lines (self);
}

/* How many runs are shown. */
guint
koyomi_calendar_sheet_get_n_runs (KoyomiCalendarSheet *self)
{
  return self->n_runs;
}

/* Returns: (transfer none) (array fixed-size=8): how many runs there are by #KoyomiState */
const guint *
koyomi_calendar_sheet_get_counts (KoyomiCalendarSheet *self)
{
  return self->counts;
}

guint
koyomi_calendar_sheet_get_n_lines (KoyomiCalendarSheet *self)
{
  return koyomi_sheet_lines_get_n_lines (self->lines);
}

/* Returns: (transfer none): valid until the lines change */
const KoyomiSheetLine *
koyomi_calendar_sheet_get_line (KoyomiCalendarSheet *self,
                                guint                index)
{
  return koyomi_sheet_lines_get_line (self->lines, index);
}

/* The upper edge of the line, in pixels; that of the line after the last is the lower edge of all. */
double
koyomi_calendar_sheet_get_line_y (KoyomiCalendarSheet *self,
                                  guint                index)
{
  return koyomi_sheet_lines_get_y (self->lines, index);
}

double
koyomi_calendar_sheet_get_height (KoyomiCalendarSheet *self)
{
  return koyomi_sheet_lines_get_y (self->lines, koyomi_sheet_lines_get_n_lines (self->lines));
}

/* Returns: the line that @y lies in, or the number of lines when it lies below them */
guint
koyomi_calendar_sheet_find_line (KoyomiCalendarSheet *self,
                                 double               y)
{
  return koyomi_sheet_lines_find (self->lines, y);
}

/* Reads the runs of the line, if it has any and they are not read. Returns: TRUE when it has become higher */
gboolean
koyomi_calendar_sheet_fill (KoyomiCalendarSheet *self,
                            guint                index)
{
  const KoyomiSheetLine *line = koyomi_sheet_lines_get_line (self->lines, index);

  if (line->kind != KOYOMI_SHEET_FUNCTION || koyomi_calendar_sheet_is_arranged (self) ||
      !koyomi_calendar_reader_fill (self->reader, line->row))
    return FALSE;

  koyomi_sheet_lines_resize (self->lines);

  return TRUE;
}

/* Reads the runs of all rows. */
void
koyomi_calendar_sheet_fill_all (KoyomiCalendarSheet *self)
{
  fill_full (self);
  count_states (self);
}

/**
 * koyomi_calendar_sheet_find_run:
 * @index: (out) (optional): its line
 * @bar: (out) (optional): valid until the sheet is read anew
 *
 * Returns: whether one of the lines has the run
 */
gboolean
koyomi_calendar_sheet_find_run (KoyomiCalendarSheet *self,
                                gint64               run,
                                guint               *index,
                                const KoyomiBar    **bar)
{
  return koyomi_sheet_lines_find_run (self->lines, run, index, bar);
}

static KoyomiCalendarRow *
find_row (KoyomiCalendarSheet *self,
          gint64               function)
{
  for (guint i = 0; self->calendar != NULL && i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);

      if (koyomi_record_get_id (row->function) == function)
        return row;
    }

  return NULL;
}

/* Looks for the run in folded groups and in rows that are not read. */
static gboolean
reveal_in_year (KoyomiCalendarSheet  *self,
                KoyomiRecord         *run,
                guint                *index,
                const KoyomiBar     **bar)
{
  KoyomiCalendarRow *row = find_row (self, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION));

  if (row == NULL)
    return FALSE;

  if (!koyomi_calendar_sheet_is_arranged (self))
    koyomi_calendar_reader_fill (self->reader, row);
  koyomi_calendar_sheet_set_folded (self, row->group, FALSE);

  return koyomi_calendar_sheet_find_run (self, koyomi_record_get_id (run), index, bar);
}

static void
clear_filter (KoyomiCalendarSheet *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();

  koyomi_calendar_sheet_arrange (self, filter, KOYOMI_GROUPING_FUNCTION_GROUP);
  koyomi_workspace_tell (self->workspace, koyomi_workspace_tr (self->workspace, "The filter was cleared to show the run"));
}

/* As koyomi_calendar_sheet_find_run(), but clears a filter that hides the run, goes to the run's year and unfolds its group if need be. */
gboolean
koyomi_calendar_sheet_reveal_run (KoyomiCalendarSheet *self,
                                  gint64               run,
                                  guint               *index,
                                  const KoyomiBar    **bar)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autoptr(KoyomiRecord) record = NULL;

  if (koyomi_calendar_sheet_find_run (self, run, index, bar))
    return TRUE;

  record = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, run, koyomi_workspace_get_language (self->workspace), NULL);
  if (record == NULL)
    return FALSE;

  koyomi_calendar_sheet_set_year (self, koyomi_session_get_fiscal_year (session, koyomi_record_get_day (
    record, KOYOMI_OCCURRENCE_FIRST_DAY)).year);
  if (reveal_in_year (self, record, index, bar))
    return TRUE;

  if (!koyomi_calendar_sheet_is_arranged (self))
    return FALSE;

  clear_filter (self);

  return reveal_in_year (self, record, index, bar);
}

gboolean
koyomi_calendar_sheet_is_folded (KoyomiCalendarSheet *self,
                                 KoyomiRecord        *group)
{
  return koyomi_sheet_lines_is_folded (self->lines, group);
}

/* Hides or shows the rows of the group. */
void
koyomi_calendar_sheet_set_folded (KoyomiCalendarSheet *self,
                                  KoyomiRecord        *group,
                                  gboolean             folded)
{
  koyomi_sheet_lines_set_folded (self->lines, group, folded);
  make_lines (self);
  tell_lines (self);
}

void
koyomi_calendar_sheet_fold_all (KoyomiCalendarSheet *self,
                                gboolean             folded)
{
  for (guint i = 0; self->calendar != NULL && i < self->calendar->rows->len; i++)
    koyomi_sheet_lines_set_folded (self->lines, ((KoyomiCalendarRow *) g_ptr_array_index (self->calendar->rows, i))->group,
                                   folded);

  make_lines (self);
  tell_lines (self);
}

static gboolean
width_changed_cb (gpointer data)
{
  KoyomiCalendarSheet *self = data;

  self->width_id = 0;
  tell_time (self);

  return G_SOURCE_REMOVE;
}

/* @width: of the canvas, in pixels. Told once whoever sets it has laid out: what stands beside it goes by the same time. */
void
koyomi_calendar_sheet_set_width (KoyomiCalendarSheet *self,
                                 double               width)
{
  koyomi_time_scale_set_width (&self->timeline->time, width);

  if (self->width_id == 0)
    self->width_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_changed_cb, self, NULL);
}

void
koyomi_calendar_sheet_set_style (KoyomiCalendarSheet *self,
                                 KoyomiChartPalette   palette,
                                 double               scale)
{
  if (self->timeline->palette == palette && self->timeline->scale == scale)
    return;

  self->timeline->palette = palette;
  self->timeline->scale = scale;
  koyomi_sheet_lines_resize (self->lines);
  tell_lines (self);
  tell_time (self);
}

/* @day: stays in view */
void
koyomi_calendar_sheet_set_zoom (KoyomiCalendarSheet *self,
                                KoyomiZoom           zoom,
                                guint32              day)
{
  koyomi_time_scale_set_zoom (&self->timeline->time, zoom, day);
  tell_time (self);
}

/* @x: in the canvas; the day there stays there */
void
koyomi_calendar_sheet_zoom_by (KoyomiCalendarSheet *self,
                               double               factor,
                               double               x)
{
  koyomi_time_scale_zoom_by (&self->timeline->time, factor, x);
  tell_time (self);
}

void
koyomi_calendar_sheet_pan (KoyomiCalendarSheet *self,
                           double               pixels)
{
  double offset = self->timeline->time.offset;

  koyomi_time_scale_pan (&self->timeline->time, pixels);
  if (self->timeline->time.offset != offset)
    tell_time (self);
}

/* Pans as little as brings the days into view. */
void
koyomi_calendar_sheet_show_days (KoyomiCalendarSheet *self,
                                 guint32              first_day,
                                 guint32              last_day)
{
  double offset = self->timeline->time.offset;

  koyomi_time_scale_show (&self->timeline->time, first_day, last_day);
  if (self->timeline->time.offset != offset)
    tell_time (self);
}
