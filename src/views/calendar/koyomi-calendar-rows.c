#include "koyomi-calendar-rows.h"

#include "koyomi-calendar-commands.h"
#include "koyomi-calendar-walk.h"
#include "koyomi-timeline-paint.h"
#include "koyomi-view-pool.h"

#include <math.h>

struct _KoyomiCalendarRows
{
  GtkWidget             parent_instance;

  KoyomiCalendarSheet  *sheet;
  GtkAdjustment        *adjustment;
  GPtrArray            *lines;       /* (element-type KoyomiLineView): in sight, from the upper one down */
  guint                 first;       /* index of the first of them */
  double                anchor;      /* how far it reaches out of sight */
  int                   left;        /* width of the column of names */
  gboolean              is_updating;
  gint64                awaited;     /* the run that was chosen before the sheet shows it; 0 for none */
  guint32               day;         /* that one walks up and down along; 0 for none yet */
  GArray               *drag;        /* (element-type KoyomiRowsOutline): what is being drawn, moved or resized */
  char                 *drag_text;   /* of the first of them */
};

G_DEFINE_FINAL_TYPE (KoyomiCalendarRows, koyomi_calendar_rows, GTK_TYPE_WIDGET)

static void
mark_lines (KoyomiCalendarRows *self)
{
  gint64 focus = koyomi_run_selection_get_focus (koyomi_calendar_sheet_get_selection (self->sheet));
  guint marked = G_MAXUINT;

  if (!koyomi_calendar_sheet_find_run (self->sheet, focus, &marked, NULL))
    marked = G_MAXUINT;
  for (guint i = 0; i < self->lines->len; i++)
    koyomi_line_view_set_marked (g_ptr_array_index (self->lines, i), self->first + i == marked);
}

/* Reads the runs of the lines in sight: a line that is read grows, and moves those below it. Returns: the line below the last */
static guint
fill_lines (KoyomiCalendarRows *self,
            guint               first,
            double              bottom)
{
  guint end = first;

  while (end < koyomi_calendar_sheet_get_n_lines (self->sheet) && koyomi_calendar_sheet_get_line_y (self->sheet, end) < bottom)
    koyomi_calendar_sheet_fill (self->sheet, end++);

  return end;
}

static void
place_line (KoyomiCalendarRows *self,
            guint               index)
{
  double y = koyomi_calendar_sheet_get_line_y (self->sheet, index);
  double end = koyomi_calendar_sheet_get_line_y (self->sheet, index + 1);

  koyomi_line_view_place (g_ptr_array_index (self->lines, index - self->first), self->left, round (end) - round (y));
}

static void
place_lines (KoyomiCalendarRows *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    place_line (self, self->first + i);
}

static const KoyomiSheetLine *
get_line (GtkWidget *view,
          guint      index)
{
  KoyomiCalendarRows *self = KOYOMI_CALENDAR_ROWS (view);

  return koyomi_calendar_sheet_get_line (self->sheet, self->first + index);
}

static gboolean
shows_line (GtkWidget *view,
            GtkWidget *child,
            guint      index)
{
  return koyomi_line_view_shows (KOYOMI_LINE_VIEW (child), get_line (view, index));
}

static gboolean
fits_line (GtkWidget *view,
           GtkWidget *child,
           guint      index)
{
  return koyomi_line_view_get_kind (KOYOMI_LINE_VIEW (child)) == get_line (view, index)->kind;
}

static GtkWidget *
make_line (GtkWidget *view,
           guint      index)
{
  return koyomi_line_view_new (KOYOMI_CALENDAR_ROWS (view)->sheet, get_line (view, index)->kind);
}

static void
bind_line (GtkWidget *view,
           GtkWidget *child,
           guint      index,
           gboolean   fresh)
{
  if (!fresh)
    return;

  koyomi_line_view_bind (KOYOMI_LINE_VIEW (child), get_line (view, index));
  place_line (KOYOMI_CALENDAR_ROWS (view), KOYOMI_CALENDAR_ROWS (view)->first + index);
}

static const KoyomiViewPool pool = { shows_line, fits_line, make_line, bind_line };

static void
configure (KoyomiCalendarRows *self,
           double              value)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self));
  double upper = MAX (koyomi_calendar_sheet_get_height (self->sheet), page);

  gtk_adjustment_configure (self->adjustment, CLAMP (value, 0, upper - page), 0, upper,
                            koyomi_timeline_get_row_height (koyomi_calendar_sheet_get_timeline (self->sheet), 1), page * 0.9, page);
}

/* Brings the widgets up to the sheet. @value: how far it is scrolled; @again: also the lines that were in sight have changed */
static void
update (KoyomiCalendarRows *self,
        double              value,
        gboolean            again)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self));
  guint first, end;

  if (self->is_updating || page <= 0)
    return;

  self->is_updating = TRUE;
  value = CLAMP (value, 0, MAX (koyomi_calendar_sheet_get_height (self->sheet) - page, 0));
  first = koyomi_calendar_sheet_find_line (self->sheet, value);
  end = fill_lines (self, first, value + page);

  if (again || first != self->first || end - first != self->lines->len)
    {
      self->first = first;
      koyomi_view_pool_fill (&pool, GTK_WIDGET (self), &self->lines, end - first, again);
      mark_lines (self);
    }

  configure (self, value);
  self->anchor = gtk_adjustment_get_value (self->adjustment) -
    (first < koyomi_calendar_sheet_get_n_lines (self->sheet) ? koyomi_calendar_sheet_get_line_y (self->sheet, first) : 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

static void
scrolled_cb (KoyomiCalendarRows *self)
{
  update (self, gtk_adjustment_get_value (self->adjustment), FALSE);
}

/* A run that an edit has made and chosen takes over the focus. */
static void
focus_awaited (KoyomiCalendarRows *self)
{
  gint64 run = self->awaited;
  const KoyomiBar *bar;
  guint line;

  self->awaited = 0;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL || !koyomi_calendar_sheet_find_run (self->sheet, run, &line, &bar))
    return;

  koyomi_calendar_sheet_show_days (self->sheet, bar->first_day, bar->last_day);
  koyomi_calendar_rows_focus (self, line, run);
}

/* The line that was uppermost keeps its place on the screen. */
static void
lines_changed_cb (KoyomiCalendarRows *self)
{
  guint first = self->first;
  guint n_lines = koyomi_calendar_sheet_get_n_lines (self->sheet);

  if (self->lines->len > 0)
    for (guint i = 0; i < n_lines; i++)
      if (koyomi_line_view_shows (g_ptr_array_index (self->lines, 0), koyomi_calendar_sheet_get_line (self->sheet, i)))
        {
          first = i;
          break;
        }

  update (self, first < n_lines ? koyomi_calendar_sheet_get_line_y (self->sheet, first) + self->anchor : 0, TRUE);
  focus_awaited (self);
}

static void
time_changed_cb (KoyomiCalendarRows *self)
{
  place_lines (self);
}

static void
selection_changed_cb (KoyomiCalendarRows *self)
{
  gint64 focus = koyomi_run_selection_get_focus (koyomi_calendar_sheet_get_selection (self->sheet));

  self->awaited = koyomi_calendar_sheet_find_run (self->sheet, focus, NULL, NULL) ? 0 : focus;
  mark_lines (self);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->lines, i));
}

static void
koyomi_calendar_rows_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 400 : 120;
  *natural = *minimum;
}

/* Returns: how far to scroll so that the line with the focus stays in sight where there is less room than before */
static double
keep_in_sight (KoyomiCalendarRows *self,
               double              height)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  guint line;
  gint64 id;

  if (height >= gtk_adjustment_get_page_size (self->adjustment) || !koyomi_calendar_rows_get_focus (self, &line, &id))
    return value;

  return CLAMP (value, koyomi_calendar_sheet_get_line_y (self->sheet, line + 1) - height,
                koyomi_calendar_sheet_get_line_y (self->sheet, line));
}

static void
koyomi_calendar_rows_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  KoyomiCalendarRows *self = KOYOMI_CALENDAR_ROWS (widget);
  double canvas = MAX (width - self->left, 1);
  double value;

  if (koyomi_calendar_sheet_get_timeline (self->sheet)->time.width != canvas)
    {
      koyomi_calendar_sheet_set_width (self->sheet, canvas);
      update (self, gtk_adjustment_get_value (self->adjustment), TRUE);
    }
  else if (gtk_adjustment_get_page_size (self->adjustment) != height)
    update (self, keep_in_sight (self, height), FALSE);

  value = gtk_adjustment_get_value (self->adjustment);
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *line = g_ptr_array_index (self->lines, i);
      double y = koyomi_calendar_sheet_get_line_y (self->sheet, self->first + i);
      double end = koyomi_calendar_sheet_get_line_y (self->sheet, self->first + i + 1);

      gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (line, &(GtkAllocation) { 0, round (y) - round (value), width, round (end) - round (y) }, -1);
    }
}

static void
snapshot_drag (KoyomiCalendarRows *self,
               GtkSnapshot        *snapshot)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  double value = gtk_adjustment_get_value (self->adjustment);
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->left, 0, width - self->left, height));

  /* The text of the first lies over the others. */
  for (guint i = self->drag->len; i > 0; i--)
    {
      const KoyomiRowsOutline *outline = &g_array_index (self->drag, KoyomiRowsOutline, i - 1);

      if (outline->line >= koyomi_calendar_sheet_get_n_lines (self->sheet))
        continue;

      cairo_save (cr);
      cairo_translate (cr, self->left, koyomi_calendar_sheet_get_line_y (self->sheet, outline->line) - value);
      koyomi_timeline_paint_drag (timeline, outline->rect, i == 1 ? self->drag_text : NULL, cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

static void
koyomi_calendar_rows_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  KoyomiCalendarRows *self = KOYOMI_CALENDAR_ROWS (widget);

  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->lines, i), snapshot);
  if (self->drag->len > 0)
    snapshot_drag (self, snapshot);
}

/* Tab goes past the rows: within them one walks with the arrow keys. */
static gboolean
koyomi_calendar_rows_move_focus (GtkWidget        *widget,
                                 GtkDirectionType  direction)
{
  KoyomiCalendarRows *self = KOYOMI_CALENDAR_ROWS (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget))
    return FALSE;

  return koyomi_calendar_walk_enter (self);
}

static void
koyomi_calendar_rows_dispose (GObject *object)
{
  KoyomiCalendarRows *self = KOYOMI_CALENDAR_ROWS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->sheet);
  g_clear_pointer (&self->drag_text, g_free);

  G_OBJECT_CLASS (koyomi_calendar_rows_parent_class)->dispose (object);
}

static void
koyomi_calendar_rows_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_CALENDAR_ROWS (object)->lines);
  g_array_unref (KOYOMI_CALENDAR_ROWS (object)->drag);

  G_OBJECT_CLASS (koyomi_calendar_rows_parent_class)->finalize (object);
}

static void
koyomi_calendar_rows_class_init (KoyomiCalendarRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_rows_finalize;
  widget_class->measure = koyomi_calendar_rows_measure;
  widget_class->size_allocate = koyomi_calendar_rows_size_allocate;
  widget_class->snapshot = koyomi_calendar_rows_snapshot;
  widget_class->focus = koyomi_calendar_rows_move_focus;

  koyomi_calendar_walk_bind_keys (widget_class);
  koyomi_calendar_commands_bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rows");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
koyomi_calendar_rows_init (KoyomiCalendarRows *self)
{
  self->lines = g_ptr_array_new ();
  self->drag = g_array_new (FALSE, FALSE, sizeof (KoyomiRowsOutline));
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
koyomi_calendar_rows_new (KoyomiCalendarSheet *sheet)
{
  KoyomiCalendarRows *self = g_object_new (KOYOMI_TYPE_CALENDAR_ROWS, NULL);

  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "time", G_CALLBACK (time_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_calendar_sheet_get_selection (sheet), "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (koyomi_calendar_sheet_get_language (sheet), "Annual calendar"), -1);

  return GTK_WIDGET (self);
}

KoyomiCalendarSheet *
koyomi_calendar_rows_get_sheet (KoyomiCalendarRows *self)
{
  return self->sheet;
}

/* Returns: (transfer none): how far the rows are scrolled */
GtkAdjustment *
koyomi_calendar_rows_get_adjustment (KoyomiCalendarRows *self)
{
  return self->adjustment;
}

int
koyomi_calendar_rows_get_left (KoyomiCalendarRows *self)
{
  return self->left;
}

/* @left: the width of the column of names, in pixels */
void
koyomi_calendar_rows_set_left (KoyomiCalendarRows *self,
                               int                 left)
{
  if (self->left == left)
    return;

  self->left = left;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Scrolls to where @other is scrolled, whose sheet shows the same. Before they have a place on the screen. */
void
koyomi_calendar_rows_take_over (KoyomiCalendarRows *self,
                                KoyomiCalendarRows *other)
{
  guint n_lines = koyomi_calendar_sheet_get_n_lines (self->sheet);
  guint top = 0;
  double value;

  if (other->lines->len == 0)
    return;

  while (top < n_lines && !koyomi_line_view_shows (g_ptr_array_index (other->lines, 0), koyomi_calendar_sheet_get_line (self->sheet, top)))
    top++;
  if (top == n_lines)
    return;

  koyomi_calendar_sheet_fill (self->sheet, top);
  value = koyomi_calendar_sheet_get_line_y (self->sheet, top) + other->anchor;
  gtk_adjustment_configure (self->adjustment, value, 0, MAX (value, koyomi_calendar_sheet_get_height (self->sheet)), 0, 0, 0);
}

/* Returns: how wide the column of names would have to be, so that nothing in sight is cut off */
int
koyomi_calendar_rows_measure_names (KoyomiCalendarRows *self)
{
  int most = 0;

  for (guint i = 0; i < self->lines->len; i++)
    most = MAX (most, koyomi_line_view_measure_name (g_ptr_array_index (self->lines, i)));

  return most;
}

/* Finds what lies at a point. */
void
koyomi_calendar_rows_pick (KoyomiCalendarRows *self,
                           double              x,
                           double              y,
                           KoyomiRowsPlace    *place)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  KoyomiLineView *line;

  *place = (KoyomiRowsPlace) { koyomi_calendar_sheet_find_line (self->sheet, y + value), x >= self->left };
  if (place->canvas)
    place->day = koyomi_time_scale_x_to_day (&koyomi_calendar_sheet_get_timeline (self->sheet)->time, x - self->left);

  line = koyomi_calendar_rows_get_line (self, place->line);
  if (line == NULL)
    return;

  place->box = koyomi_line_view_pick (line, x, y + value - koyomi_calendar_sheet_get_line_y (self->sheet, place->line));
  if (place->box != NULL && !koyomi_timeline_pick_edge (place->box, x - self->left, &place->edge))
    place->edge = 0;
}

/* @line: (out). Returns: (transfer none) (nullable): where the run is drawn, if it is in sight; valid until the lines change */
const KoyomiCalendarBox *
koyomi_calendar_rows_find_box (KoyomiCalendarRows *self,
                               gint64              run,
                               guint              *line)
{
  const KoyomiCalendarBox *box = NULL;

  for (guint i = 0; box == NULL && i < self->lines->len; i++)
    {
      box = koyomi_line_view_find_box (g_ptr_array_index (self->lines, i), run);
      *line = self->first + i;
    }

  return box;
}

/* Scrolls as little as brings the line into view. */
void
koyomi_calendar_rows_show_line (KoyomiCalendarRows *self,
                                guint               line)
{
  double value;

  if (line >= koyomi_calendar_sheet_get_n_lines (self->sheet))
    return;

  /* What comes into sight grows while it is read, and moves the line on. */
  do
    {
      value = gtk_adjustment_get_value (self->adjustment);
      gtk_adjustment_clamp_page (self->adjustment, koyomi_calendar_sheet_get_line_y (self->sheet, line),
                                 koyomi_calendar_sheet_get_line_y (self->sheet, line + 1));
      update (self, gtk_adjustment_get_value (self->adjustment), FALSE);
    }
  while (gtk_adjustment_get_value (self->adjustment) != value);
}

/* Returns: (transfer none) (nullable): the widget of the line, if it is in sight */
KoyomiLineView *
koyomi_calendar_rows_get_line (KoyomiCalendarRows *self,
                               guint               line)
{
  return line >= self->first && line - self->first < self->lines->len ? g_ptr_array_index (self->lines, line - self->first) : NULL;
}

/**
 * koyomi_calendar_rows_get_focus:
 * @line: (out): its index
 * @id: (out): of the run or month; 0 for the name
 *
 * Returns: whether something in the rows has the focus
 */
gboolean
koyomi_calendar_rows_get_focus (KoyomiCalendarRows *self,
                                guint              *line,
                                gint64             *id)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *cell;
  guint index;

  if (child == NULL || !g_ptr_array_find (self->lines, child, &index))
    return FALSE;

  cell = gtk_widget_get_focus_child (child);
  *line = self->first + index;
  *id = cell != NULL && KOYOMI_IS_CALENDAR_CELL (cell) ? koyomi_calendar_cell_get_id (KOYOMI_CALENDAR_CELL (cell)) : 0;

  return TRUE;
}

/* Brings the line into view and gives the focus to one of its cells, which must be in view; or with 0 to its name. */
gboolean
koyomi_calendar_rows_focus (KoyomiCalendarRows *self,
                            guint               line,
                            gint64              id)
{
  KoyomiLineView *widget;
  GtkWidget *cell;

  koyomi_calendar_rows_show_line (self, line);
  if ((widget = koyomi_calendar_rows_get_line (self, line)) == NULL)
    return FALSE;

  cell = id != 0 ? koyomi_line_view_get_cell (widget, id) : NULL;

  return gtk_widget_grab_focus (cell != NULL ? cell : koyomi_line_view_get_name (widget));
}

/* The day that walking up and down stays close to; 0 when there is none. */
guint32
koyomi_calendar_rows_get_day (KoyomiCalendarRows *self)
{
  return self->day;
}

void
koyomi_calendar_rows_set_day (KoyomiCalendarRows *self,
                              guint32             day)
{
  self->day = day;
}

/* Brings a run into view, out of a folded group if need be, and gives it the focus. */
void
koyomi_calendar_rows_show_run (KoyomiCalendarRows *self,
                               gint64              run)
{
  const KoyomiBar *bar;
  guint line;

  if (!koyomi_calendar_sheet_reveal_run (self->sheet, run, &line, &bar))
    return;

  koyomi_calendar_sheet_show_days (self->sheet, bar->first_day, bar->last_day);
  koyomi_calendar_rows_focus (self, line, run);
}

/* Shows what is being drawn, moved or resized. @text: the days of the first */
void
koyomi_calendar_rows_set_drag (KoyomiCalendarRows      *self,
                               const KoyomiRowsOutline *outlines,
                               guint                    n_outlines,
                               const char              *text)
{
  g_array_set_size (self->drag, 0);
  g_array_append_vals (self->drag, outlines, n_outlines);
  g_free (self->drag_text);
  self->drag_text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer none) (element-type KoyomiRowsOutline): what is shown of that; empty while nothing is */
GArray *
koyomi_calendar_rows_get_drag (KoyomiCalendarRows *self)
{
  return self->drag;
}

void
koyomi_calendar_rows_clear_drag (KoyomiCalendarRows *self)
{
  g_array_set_size (self->drag, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
