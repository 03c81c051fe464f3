#include "koyomi-head-view.h"

#include "koyomi-calendar-cell.h"
#include "koyomi-clock-words.h"
#include "koyomi-day.h"
#include "koyomi-due-marks.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-timeline-paint.h"

#include <math.h>

#define NAME_INDENT 12

/* In milliseconds. Each day everything is read again anyway. */
#define DAY 86400000

struct _KoyomiHeadView
{
  GtkWidget             parent_instance;

  KoyomiCalendarSheet  *sheet;
  int                   left;          /* width of the column of names */
  GtkWidget            *corner;
  GtkWidget            *due;           /* what the line of what is due is called */
  GtkWidget            *next;          /* what the next meeting is; where lanes have no names */
  GPtrArray            *committees;    /* (element-type GtkWidget): a label for each lane of the strip */
  GArray               *meetings;      /* (element-type KoyomiCalendarMeeting) */
  GHashTable           *cells;         /* (element-type gint64 GtkWidget): by the id of a meeting */
  GArray               *marks;         /* (element-type KoyomiClockMark): of reports with a limit, by when they are due */
  GPtrArray            *mark_cells;    /* (element-type GtkWidget): likewise */
  guint                 load_id;
  guint                 late_id;       /* until the next report is late; 0 where nobody looks */
  KoyomiDueMarks       *due_marks;
};

G_DEFINE_FINAL_TYPE (KoyomiHeadView, koyomi_head_view, GTK_TYPE_WIDGET)

static void load_marks (KoyomiHeadView *self);

static void
fill (KoyomiHeadView *self,
      GtkSnapshot        *snapshot,
      KoyomiChartColour   colour,
      float               x,
      float               y,
      float               width,
      float               height)
{
  KoyomiColour value = koyomi_chart_style_get_colour (koyomi_calendar_sheet_get_timeline (self->sheet)->palette, colour);
  GdkRGBA rgba = { (value >> 16 & 0xff) / 255.0f, (value >> 8 & 0xff) / 255.0f, (value & 0xff) / 255.0f, 1 };

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
paint_focus (KoyomiHeadView *self,
             GtkSnapshot        *snapshot)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GskRoundedRect ring;
  GdkRGBA rgba;

  if (cell == NULL || !KOYOMI_IS_CALENDAR_CELL (cell) || !gtk_widget_has_visible_focus (cell) || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &rgba);
  graphene_rect_inset (&bounds, -3, -3);
  gsk_rounded_rect_init_from_rect (&ring, &bounds, 3);
  gtk_snapshot_append_border (snapshot, &ring, (float[]) { 2, 2, 2, 2 }, (GdkRGBA[]) { rgba, rgba, rgba, rgba });
}

/* Reports, drills and deadlines have a line of their own where there are any. */
static gboolean
has_due (KoyomiHeadView *self)
{
  return self->marks->len > 0 || koyomi_due_marks_count (self->due_marks) > 0;
}

static void
koyomi_head_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  KoyomiHeadView *self = KOYOMI_HEAD_VIEW (widget);
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float head = koyomi_timeline_get_head_height (timeline);
  cairo_t *cr;

  fill (self, snapshot, KOYOMI_CHART_COLOUR_HEAD, 0, 0, self->left, head);
  fill (self, snapshot, KOYOMI_CHART_COLOUR_PAPER, 0, head, self->left, height - head);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->left, 0, width - self->left, height));
  cairo_translate (cr, self->left, 0);
  koyomi_timeline_paint_head (timeline, cr);
  cairo_translate (cr, 0, head);
  if (self->meetings->len > 0)
    koyomi_timeline_paint_strip (timeline, self->meetings, cr);
  cairo_translate (cr, 0, koyomi_timeline_get_strip_height (timeline));
  if (has_due (self))
    koyomi_timeline_paint_due (timeline, self->marks, cr);
  cairo_destroy (cr);

  fill (self, snapshot, KOYOMI_CHART_COLOUR_QUARTER_LINE, self->left - 1, 0, 1, height);
  fill (self, snapshot, KOYOMI_CHART_COLOUR_QUARTER_LINE, 0, height - 1, width, 1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  paint_focus (self, snapshot);
}

static double
get_height (KoyomiHeadView *self)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);

  if (timeline->calendar == NULL)
    return 0;

  return ceil (koyomi_timeline_get_head_height (timeline) + koyomi_timeline_get_strip_height (timeline) +
               (has_due (self) ? koyomi_timeline_get_due_height (timeline) : 0)) + 1;
}

static void
koyomi_head_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? get_height (KOYOMI_HEAD_VIEW (widget)) : 0;
}

static void
allocate_label (KoyomiHeadView *self,
                GtkWidget          *label,
                double              y,
                double              height)
{
  int natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_size_allocate (label, &(GtkAllocation) { NAME_INDENT, y + (height - natural) / 2, MAX (self->left - 2 * NAME_INDENT, 1),
                                                      natural }, -1);
}

static void
koyomi_head_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  KoyomiHeadView *self = KOYOMI_HEAD_VIEW (widget);
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  double head = koyomi_timeline_get_head_height (timeline);
  double lane = (koyomi_timeline_get_strip_height (timeline)) / MAX (self->committees->len, 1);
  GHashTableIter iter;
  gpointer cell;

  allocate_label (self, self->corner, 0, head);
  if (gtk_widget_should_layout (self->next))
    allocate_label (self, self->next, head, koyomi_timeline_get_strip_height (timeline));
  if (gtk_widget_should_layout (self->due))
    allocate_label (self, self->due, head + koyomi_timeline_get_strip_height (timeline), koyomi_timeline_get_due_height (timeline));
  for (guint i = 0; i < self->committees->len; i++)
    allocate_label (self, g_ptr_array_index (self->committees, i), head + i * lane, lane);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    koyomi_calendar_cell_allocate (cell, self->left);
  for (guint i = 0; i < self->mark_cells->len; i++)
    if (gtk_widget_should_layout (g_ptr_array_index (self->mark_cells, i)))
      koyomi_calendar_cell_allocate (g_ptr_array_index (self->mark_cells, i), self->left);
  koyomi_due_marks_allocate (self->due_marks, self->left);
}

/* What can have the focus: a place is that of a meeting, behind them that of a report, behind those that of a drill or a deadline. */
static GtkWidget *
get_stop (KoyomiHeadView *self,
          int             place)
{
  int mark = place - (int) self->meetings->len;
  double x;

  if (mark >= (int) self->mark_cells->len)
    return koyomi_due_marks_get (self->due_marks, mark - self->mark_cells->len, &x);
  if (mark >= 0)
    return g_ptr_array_index (self->mark_cells, mark);

  return g_hash_table_lookup (self->cells, &g_array_index (self->meetings, KoyomiCalendarMeeting, place).milestone->meeting_id);
}

static double
get_stop_x (KoyomiHeadView *self,
            int             place)
{
  int mark = place - (int) self->meetings->len;
  double x;

  if (mark >= (int) self->mark_cells->len)
    {
      koyomi_due_marks_get (self->due_marks, mark - self->mark_cells->len, &x);
      return x;
    }

  /* A mark of the same day comes behind the meeting. */
  return mark >= 0 ? g_array_index (self->marks, KoyomiClockMark, mark).rect.x + 0.5
                   : g_array_index (self->meetings, KoyomiCalendarMeeting, place).rect.x;
}

static gboolean
is_stop (KoyomiHeadView *self,
         int             place)
{
  int mark = place - (int) self->meetings->len;

  return mark < 0 || (mark < (int) self->marks->len ? g_array_index (self->marks, KoyomiClockMark, mark).rect.width > 0
                                                    : get_stop (self, place) != NULL);
}

static int
count_stops (KoyomiHeadView *self)
{
  return self->meetings->len + self->mark_cells->len + koyomi_due_marks_count (self->due_marks);
}

static int
find_focus (KoyomiHeadView *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (int i = 0; cell != NULL && i < count_stops (self); i++)
    if (get_stop (self, i) == cell)
      return i;

  return -1;
}

/* Meetings of one day lie at the same place: they come in their order. */
static gboolean
is_before (KoyomiHeadView *self,
           int             a,
           int             b)
{
  double a_x = get_stop_x (self, a);
  double b_x = get_stop_x (self, b);

  return a_x < b_x || (!(a_x > b_x) && a < b);
}

/* Returns: what is next to @place on that side; @place itself at the end */
static int
find_neighbour (KoyomiHeadView   *self,
                int               place,
                GtkDirectionType  direction)
{
  int found = place;

  for (int i = 0; i < count_stops (self); i++)
    {
      gboolean is_beyond = direction == GTK_DIR_LEFT ? is_before (self, i, place) : is_before (self, place, i);
      gboolean is_nearer = direction == GTK_DIR_LEFT ? is_before (self, found, i) : is_before (self, i, found);

      if (is_stop (self, i) && is_beyond && (found == place || is_nearer))
        found = i;
    }

  return found;
}

/* The first meeting in sight that is yet to come, else the last one; a mark where there are none. */
static int
find_next (KoyomiHeadView *self)
{
  int last = (int) self->meetings->len - 1;

  for (int i = 0; i < last; i++)
    if (g_array_index (self->meetings, KoyomiCalendarMeeting, i).milestone->day >= koyomi_day_today ())
      return i;

  for (int i = 0; last < 0 && i < count_stops (self); i++)
    if (is_stop (self, i))
      return i;

  return last;
}

/* Tab goes past the meetings and marks: one walks among them with the arrow keys. */
static gboolean
koyomi_head_view_move_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  KoyomiHeadView *self = KOYOMI_HEAD_VIEW (widget);
  gboolean within = gtk_widget_get_focus_child (widget) != NULL;
  int place = within ? find_focus (self) : find_next (self);

  if (within && direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  if (within && place >= 0)
    place = find_neighbour (self, place, direction);

  return place >= 0 && gtk_widget_grab_focus (get_stop (self, place));
}

static void
koyomi_head_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_head_view_parent_class)->map (widget);

  load_marks (KOYOMI_HEAD_VIEW (widget));
}

static void
koyomi_head_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&KOYOMI_HEAD_VIEW (widget)->late_id, g_source_remove);

  GTK_WIDGET_CLASS (koyomi_head_view_parent_class)->unmap (widget);
}

static void
koyomi_head_view_dispose (GObject *object)
{
  KoyomiHeadView *self = KOYOMI_HEAD_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_handle_id (&self->late_id, g_source_remove);
  g_hash_table_remove_all (self->cells);
  g_ptr_array_set_size (self->committees, 0);
  g_ptr_array_set_size (self->mark_cells, 0);
  g_array_set_size (self->marks, 0);
  g_clear_pointer (&self->due_marks, koyomi_due_marks_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_head_view_parent_class)->dispose (object);
}

static void
koyomi_head_view_finalize (GObject *object)
{
  KoyomiHeadView *self = KOYOMI_HEAD_VIEW (object);

  g_ptr_array_unref (self->committees);
  g_array_unref (self->meetings);
  g_hash_table_unref (self->cells);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->mark_cells);

  G_OBJECT_CLASS (koyomi_head_view_parent_class)->finalize (object);
}

static void
koyomi_head_view_class_init (KoyomiHeadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_head_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_head_view_finalize;
  widget_class->measure = koyomi_head_view_measure;
  widget_class->size_allocate = koyomi_head_view_size_allocate;
  widget_class->snapshot = koyomi_head_view_snapshot;
  widget_class->focus = koyomi_head_view_move_focus;
  widget_class->map = koyomi_head_view_map;
  widget_class->unmap = koyomi_head_view_unmap;

  gtk_widget_class_set_css_name (widget_class, "head");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
koyomi_head_view_init (KoyomiHeadView *self)
{
  self->committees = g_ptr_array_new ();
  self->meetings = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarMeeting));
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->marks = g_array_new (FALSE, TRUE, sizeof (KoyomiClockMark));
  self->mark_cells = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
add_label (KoyomiHeadView *self,
           const char         *text,
           const char         *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
name_lanes (KoyomiHeadView *self)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);

  for (guint i = 0; i < self->committees->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->committees, i));
  g_ptr_array_set_size (self->committees, 0);

  for (guint i = 0; i < timeline->committees->len; i++)
    g_ptr_array_add (self->committees, add_label (self, g_ptr_array_index (timeline->committees, i), "koyomi-committee"));
}

static void
meeting_activated_cb (KoyomiHeadView *self,
                      const char         *action,
                      KoyomiCalendarCell *cell)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-meeting", "x", koyomi_calendar_cell_get_id (cell));
}

static void
clock_activated_cb (KoyomiHeadView     *self,
                    const char         *action,
                    KoyomiCalendarCell *cell)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-incident", "x", koyomi_calendar_cell_get_id (cell));
}

static void
clicked_cb (KoyomiHeadView *self,
            int                 n_presses,
            double              x,
            double              y)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (n_presses != 2)
    return;

  if (child != NULL && g_ptr_array_find (self->mark_cells, child, NULL))
    clock_activated_cb (self, NULL, KOYOMI_CALENDAR_CELL (child));
  else if (child != NULL && KOYOMI_IS_CALENDAR_CELL (child))
    meeting_activated_cb (self, NULL, KOYOMI_CALENDAR_CELL (child));
  else if (y > koyomi_timeline_get_head_height (koyomi_calendar_sheet_get_timeline (self->sheet)))
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.committees", NULL);
}

static char *
describe_meeting (KoyomiHeadView    *self,
                  const KoyomiMilestone *milestone)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_MEETING)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_MEETING_STATUS)];
  g_autofree char *day = koyomi_day_format (milestone->day);
  g_autofree char *word = koyomi_field_format_value (status, milestone->status, 0, NULL, language);
  const char *comma = language == KOYOMI_LANGUAGE_JA ? "、" : ", ";

  return g_strconcat (milestone->title, comma, day, comma, word, NULL);
}

/* Returns: (transfer none): the cell of the meeting, taken out of @old or made */
static GtkWidget *
take_cell (KoyomiHeadView *self,
           GHashTable         *old,
           gint64              id)
{
  gpointer key = NULL, cell = NULL;

  if (g_hash_table_steal_extended (old, &id, &key, &cell))
    g_hash_table_insert (self->cells, key, cell);
  else
    {
      cell = koyomi_calendar_cell_new (KOYOMI_CELL_MEETING, id);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_signal_connect_object (cell, "activated", G_CALLBACK (meeting_activated_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (cell, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (self->cells, g_memdup2 (&id, sizeof id), cell);
    }

  return cell;
}

static void
place_meeting (KoyomiHeadView          *self,
               GHashTable                  *old,
               const KoyomiCalendarMeeting *meeting,
               double                       top)
{
  GtkWidget *cell = take_cell (self, old, meeting->milestone->meeting_id);
  g_autofree char *text = describe_meeting (self, meeting->milestone);
  KoyomiRect rect = { meeting->rect.x, meeting->rect.y + top, meeting->rect.width, meeting->rect.height };

  koyomi_calendar_cell_set_rect (KOYOMI_CALENDAR_CELL (cell), rect);
  koyomi_calendar_cell_name (KOYOMI_CALENDAR_CELL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
}

static void
place_marks (KoyomiHeadView *self)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);

  if (timeline->calendar == NULL)
    return;

  koyomi_timeline_place_clocks (timeline, self->marks);
  for (guint i = 0; i < self->marks->len; i++)
    {
      KoyomiRect rect = g_array_index (self->marks, KoyomiClockMark, i).rect;
      GtkWidget *cell = g_ptr_array_index (self->mark_cells, i);

      gtk_widget_set_visible (cell, rect.width > 0);
      rect.y += koyomi_timeline_get_head_height (timeline) + koyomi_timeline_get_strip_height (timeline);
      koyomi_calendar_cell_set_rect (KOYOMI_CALENDAR_CELL (cell), rect);
    }
}

static void
place (KoyomiHeadView *self)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  g_autoptr(GHashTable) old = g_steal_pointer (&self->cells);
  GHashTableIter iter;
  gpointer cell;

  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_set_size (self->meetings, 0);
  if (timeline->calendar != NULL)
    koyomi_timeline_place_meetings (timeline, self->meetings);
  for (guint i = 0; i < self->meetings->len; i++)
    place_meeting (self, old, &g_array_index (self->meetings, KoyomiCalendarMeeting, i),
                   koyomi_timeline_get_head_height (timeline));

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    gtk_widget_unparent (cell);
  place_marks (self);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The next meeting, counted down. Where the lanes have names there is no room for it: the sidebar has it too. */
static void
name_next (KoyomiHeadView *self)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  const KoyomiMilestone *next = NULL;
  g_autofree char *text = NULL;
  guint days;

  for (guint i = 0; timeline->calendar != NULL && next == NULL && i < timeline->calendar->milestones->len; i++)
    {
      const KoyomiMilestone *milestone = &g_array_index (timeline->calendar->milestones, KoyomiMilestone, i);

      if (milestone->day >= timeline->calendar->today && milestone->status == KOYOMI_MEETING_STATUS_PLANNED)
        next = milestone;
    }

  gtk_widget_set_visible (self->next, next != NULL && self->committees->len == 0);
  if (next == NULL)
    return;

  days = next->day - timeline->calendar->today;
  if (days == 0)
    /* Translators: %s is a committee's meeting */
    text = g_strdup_printf (koyomi_tr (language, "%s is today"), next->title);
  else
    /* Translators: %1$s is a committee's meeting, %2$u a number of days */
    text = g_strdup_printf (koyomi_ntr (language, "%1$s in %2$u day", "%1$s in %2$u days", days), next->title, days);
  gtk_label_set_label (GTK_LABEL (self->next), text);
  gtk_widget_set_tooltip_text (self->next, text);
}

static char *
describe_clock (KoyomiHeadView        *self,
                const KoyomiOpenClock *open)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  const char *comma = koyomi_tr (language, ", ");
  g_autofree char *title = koyomi_incident_clock_dup_title (open->clock, language);
  g_autofree char *until = koyomi_clock_words_detail (open->clock, language);
  g_autofree char *state = koyomi_clock_words_state (open->clock, koyomi_time_now (), language);

  return g_strdup_printf ("%s%s%s %s%s%s%s%s", title, comma, open->number, open->title, comma, until, comma, state);
}

static void
add_mark (KoyomiHeadView        *self,
          const KoyomiOpenClock *open)
{
  KoyomiClockMark mark = { koyomi_time_get_day (open->clock->due_at), open->clock->state == KOYOMI_CLOCK_STATE_LATE, { 0 } };
  GtkWidget *cell = koyomi_calendar_cell_new (KOYOMI_CELL_CLOCK, open->incident_id);
  g_autofree char *text = describe_clock (self, open);

  koyomi_calendar_cell_name (KOYOMI_CALENDAR_CELL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_signal_connect_object (cell, "activated", G_CALLBACK (clock_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->marks, mark);
  g_ptr_array_add (self->mark_cells, cell);
}

static void
clear_marks (KoyomiHeadView *self)
{
  for (guint i = 0; i < self->mark_cells->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->mark_cells, i));
  g_ptr_array_set_size (self->mark_cells, 0);
  g_array_set_size (self->marks, 0);
}

static gboolean
late_cb (gpointer data)
{
  KoyomiHeadView *self = data;

  self->late_id = 0;
  load_marks (self);

  return G_SOURCE_REMOVE;
}

/* A report turns late at its moment, and nothing else says so. */
static void
wait_for_next (KoyomiHeadView *self,
               GPtrArray      *clocks)
{
  gint64 now = koyomi_time_now ();
  gint64 next = 0;

  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    {
      gint64 due = ((const KoyomiOpenClock *) g_ptr_array_index (clocks, i))->clock->due_at;

      if (due >= now && (next == 0 || due < next))
        next = due;
    }

  g_clear_handle_id (&self->late_id, g_source_remove);
  if (next != 0 && next - now < DAY && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->late_id = g_timeout_add_seconds ((next - now) / 1000 + 1, late_cb, self);
}

/* Names the line where it is there, and gives it its place. */
static void
due_changed_cb (GtkWidget *head)
{
  KoyomiHeadView *self = KOYOMI_HEAD_VIEW (head);

  gtk_widget_set_visible (self->due, has_due (self));
  gtk_widget_queue_resize (head);
}

/* Reports without a limit have no day to stand at. */
static gboolean
load_marks_cb (gpointer data)
{
  KoyomiHeadView *self = data;
  KoyomiWorkspace *workspace = koyomi_calendar_sheet_get_workspace (self->sheet);
  g_autoptr(GPtrArray) clocks = koyomi_session_list_open_clocks (koyomi_workspace_get_session (workspace), FALSE, koyomi_time_now (),
                                                                 koyomi_calendar_sheet_get_language (self->sheet), NULL);

  self->load_id = 0;
  clear_marks (self);
  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    if (((const KoyomiOpenClock *) g_ptr_array_index (clocks, i))->clock->due_at != 0)
      add_mark (self, g_ptr_array_index (clocks, i));
  wait_for_next (self, clocks);
  due_changed_cb (GTK_WIDGET (self));
  place (self);

  return G_SOURCE_REMOVE;
}

/* Nobody waits for them. Where they are not seen they are read once they are. */
static void
load_marks (KoyomiHeadView *self)
{
  if (self->load_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->load_id = g_idle_add_full (G_PRIORITY_LOW, load_marks_cb, self, NULL);
}

static void
lines_changed_cb (KoyomiHeadView *self)
{
  name_lanes (self);
  name_next (self);
  place (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
koyomi_head_view_new (KoyomiCalendarSheet *sheet)
{
  KoyomiHeadView *self = g_object_new (KOYOMI_TYPE_HEAD_VIEW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (sheet);

  self->sheet = g_object_ref (sheet);
  self->due_marks = koyomi_due_marks_new (GTK_WIDGET (self), sheet, due_changed_cb);
  self->corner = add_label (self, koyomi_tr (language, "Function / team"), "koyomi-corner");
  self->next = add_label (self, "", "koyomi-committee");
  /* Translators: the line of the calendar's head with the reports, drills and days of the registers that are due */
  self->due = add_label (self, koyomi_tr (language, "Due: reports, drills, deadlines"), "koyomi-committee");
  gtk_widget_set_visible (self->due, FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->next), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->next), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Committee meetings"),
                                  -1);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "time", G_CALLBACK (place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_calendar_sheet_get_workspace (sheet), "changed", G_CALLBACK (load_marks), self, G_CONNECT_SWAPPED);
  lines_changed_cb (self);

  return GTK_WIDGET (self);
}

/* @left: the width of the column of names, in pixels */
void
koyomi_head_view_set_left (KoyomiHeadView *self,
                           int                 left)
{
  if (self->left == left)
    return;

  self->left = left;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
