#include "koyomi-line-view.h"

#include "koyomi-day.h"
#include "koyomi-run-tip.h"
#include "koyomi-timeline-paint.h"

#include <math.h>

#define NAME_INDENT 6
#define PILL_GAP 8

/* Of the column. */
#define LEAST_PILL 0.3

struct _KoyomiLineView
{
  GtkWidget             parent_instance;

  KoyomiCalendarSheet  *sheet;
  KoyomiSheetKind       kind;
  KoyomiRecord         *group;
  KoyomiCalendarRow    *row;       /* NULL in the head of a group */
  guint                 band;
  GtkWidget            *name;      /* a button; in a band a label */
  GtkWidget            *label;
  GtkWidget            *arrow;     /* of a group */
  GtkWidget            *pill;      /* of a function */
  GArray               *boxes;     /* (element-type KoyomiCalendarBox): the runs in sight */
  GHashTable           *cells;     /* (element-type gint64 GtkWidget) */
  double                left;      /* where the canvas begins */
  double                height;
  gboolean              marked;    /* holds the run that has the focus */
};

G_DEFINE_FINAL_TYPE (KoyomiLineView, koyomi_line_view, GTK_TYPE_WIDGET)

static void
set_source (KoyomiLineView *self,
            KoyomiChartColour   colour,
            GdkRGBA            *rgba)
{
  KoyomiColour value = koyomi_chart_style_get_colour (koyomi_calendar_sheet_get_timeline (self->sheet)->palette, colour);

  *rgba = (GdkRGBA) { (value >> 16 & 0xff) / 255.0f, (value >> 8 & 0xff) / 255.0f, (value & 0xff) / 255.0f, 1 };
}

static void
fill (KoyomiLineView *self,
      GtkSnapshot        *snapshot,
      KoyomiChartColour   colour,
      float               x,
      float               y,
      float               width,
      float               height)
{
  GdkRGBA rgba;

  set_source (self, colour, &rgba);
  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
paint_outlines (KoyomiLineView *self,
                cairo_t            *cr)
{
  KoyomiRunSelection *selection = koyomi_calendar_sheet_get_selection (self->sheet);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (self->boxes, KoyomiCalendarBox, i);
      GtkWidget *cell = g_hash_table_lookup (self->cells, &box->bar->occurrence_id);
      gboolean focused = cell != NULL && gtk_widget_has_visible_focus (cell);
      gboolean selected = koyomi_run_selection_has (selection, box->bar->occurrence_id);

      if (focused || selected)
        koyomi_timeline_paint_outline (koyomi_calendar_sheet_get_timeline (self->sheet), box, selected, focused, cr);
    }
}

static void
paint_canvas (KoyomiLineView *self,
              double              height,
              cairo_t            *cr)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);

  switch (self->kind)
    {
    case KOYOMI_SHEET_GROUP:
      koyomi_timeline_paint_group (timeline, height, cr);
      break;
    case KOYOMI_SHEET_BAND:
      koyomi_timeline_paint_band (timeline, &g_array_index (self->row->bands, KoyomiBand, self->band), height, cr);
      break;
    case KOYOMI_SHEET_FUNCTION:
    default:
      koyomi_timeline_paint_row (timeline, self->boxes, height, self->marked, cr);
      paint_outlines (self, cr);
      break;
    }
}

/* The ring of a month that has the focus: a band is painted as a whole. */
static void
snapshot_month_focus (KoyomiLineView *self,
                      GtkSnapshot        *snapshot)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GskRoundedRect ring;
  GdkRGBA rgba;

  if (cell == NULL || !KOYOMI_IS_CALENDAR_CELL (cell) || !gtk_widget_has_visible_focus (cell) ||
      !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return;

  set_source (self, KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT, &rgba);
  gsk_rounded_rect_init_from_rect (&ring, &bounds, 3);
  gtk_snapshot_append_border (snapshot, &ring, (float[]) { 2, 2, 2, 2 }, (GdkRGBA[]) { rgba, rgba, rgba, rgba });
}

/* A canvas is painted straight into a picture: a node that records what cairo does would do everything twice, and again whenever
 * the rows are scrolled. */
static cairo_surface_t *
paint_picture (KoyomiLineView *self,
               int             width,
               int             height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  paint_canvas (self, height, cr);
  cairo_destroy (cr);

  return picture;
}

/* Not as a texture, which the renderer that draws with cairo converts pixel by pixel. */
static void
snapshot_canvas (KoyomiLineView *self,
                 GtkSnapshot    *snapshot,
                 int             width,
                 int             height)
{
  cairo_surface_t *picture = paint_picture (self, width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->left, 0, width, height));

  cairo_set_source_surface (cr, picture, self->left, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

static void
koyomi_line_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  KoyomiLineView *self = KOYOMI_LINE_VIEW (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float left = self->left;

  if (width <= left || height < 1)
    return;

  fill (self, snapshot, self->kind == KOYOMI_SHEET_GROUP ? KOYOMI_CHART_COLOUR_GROUP :
        self->marked ? KOYOMI_CHART_COLOUR_HEAD_NOW : KOYOMI_CHART_COLOUR_PAPER, 0, 0, left, height);
  fill (self, snapshot, KOYOMI_CHART_COLOUR_LINE, 0, height - 1, left, 1);

  snapshot_canvas (self, snapshot, width - left, height);
  fill (self, snapshot, KOYOMI_CHART_COLOUR_QUARTER_LINE, left - 1, 0, 1, height);

  gtk_widget_snapshot_child (widget, self->name, snapshot);
  if (self->pill != NULL)
    gtk_widget_snapshot_child (widget, self->pill, snapshot);
  if (self->kind == KOYOMI_SHEET_BAND)
    snapshot_month_focus (self, snapshot);
}

/* The name comes first: the team has what is left, but never less than a part of the column. */
static int
get_pill_width (KoyomiLineView *self)
{
  int name, pill;
  int room = self->left - NAME_INDENT - PILL_GAP - 1;

  gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &name, NULL, NULL);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &pill, NULL, NULL);

  return MIN (pill, MAX (room - name, room * LEAST_PILL));
}

static void
koyomi_line_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  KoyomiLineView *self = KOYOMI_LINE_VIEW (widget);
  int end = self->left - 1;
  GHashTableIter iter;
  gpointer cell;

  if (self->pill != NULL && gtk_widget_should_layout (self->pill))
    {
      int pill_width = get_pill_width (self);
      int pill_height;

      gtk_widget_measure (self->pill, GTK_ORIENTATION_VERTICAL, -1, NULL, &pill_height, NULL, NULL);
      end -= pill_width + PILL_GAP;
      gtk_widget_size_allocate (self->pill, &(GtkAllocation) { end, (height - pill_height) / 2, pill_width, pill_height }, -1);
    }

  gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->name, &(GtkAllocation) { NAME_INDENT, 0, MAX (end - NAME_INDENT, 1), height - 1 }, -1);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    koyomi_calendar_cell_allocate (cell, self->left);
}

static void
koyomi_line_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
koyomi_line_view_dispose (GObject *object)
{
  KoyomiLineView *self = KOYOMI_LINE_VIEW (object);
  GtkWidget *child;

  g_hash_table_remove_all (self->cells);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->group);
  g_clear_object (&self->row);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_line_view_parent_class)->dispose (object);
}

static void
koyomi_line_view_finalize (GObject *object)
{
  KoyomiLineView *self = KOYOMI_LINE_VIEW (object);

  g_array_unref (self->boxes);
  g_hash_table_unref (self->cells);

  G_OBJECT_CLASS (koyomi_line_view_parent_class)->finalize (object);
}

static void
koyomi_line_view_class_init (KoyomiLineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_line_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_line_view_finalize;
  widget_class->measure = koyomi_line_view_measure;
  widget_class->size_allocate = koyomi_line_view_size_allocate;
  widget_class->snapshot = koyomi_line_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
koyomi_line_view_init (KoyomiLineView *self)
{
  self->boxes = g_array_new (FALSE, TRUE, sizeof (KoyomiCalendarBox));
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
name_clicked_cb (KoyomiLineView *self)
{
  if (self->kind == KOYOMI_SHEET_GROUP)
    koyomi_calendar_sheet_set_folded (self->sheet, self->group, !koyomi_calendar_sheet_is_folded (self->sheet, self->group));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show-function", "x", koyomi_record_get_id (self->row->function));
}

static void
pill_clicked_cb (KoyomiLineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show-teams", "x", koyomi_record_get_id (self->row->function));
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
make_name (KoyomiLineView *self)
{
  GtkWidget *box;

  self->label = make_label ("koyomi-name");
  if (self->kind == KOYOMI_SHEET_BAND)
    {
      self->name = self->label;
      gtk_widget_add_css_class (self->name, "koyomi-routine");
    }
  else
    {
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      if (self->kind == KOYOMI_SHEET_GROUP)
        {
          self->arrow = gtk_image_new ();
          gtk_box_append (GTK_BOX (box), self->arrow);
        }
      gtk_box_append (GTK_BOX (box), self->label);
      self->name = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->name), box);
      gtk_widget_add_css_class (self->name, "flat");
      gtk_widget_add_css_class (self->name, self->kind == KOYOMI_SHEET_GROUP ? "koyomi-group" : "koyomi-function");
      g_signal_connect_object (self->name, "clicked", G_CALLBACK (name_clicked_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
}

/* Not a button, which would be one more stop on the way through the rows: the menu of the row has the teams too. */
static void
make_pill (KoyomiLineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->pill = make_label ("koyomi-pill");
  gtk_widget_set_cursor_from_name (self->pill, "pointer");
  g_signal_connect_object (click, "released", G_CALLBACK (pill_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->pill, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
}

GtkWidget *
koyomi_line_view_new (KoyomiCalendarSheet *sheet,
                      KoyomiSheetKind      kind)
{
  KoyomiLineView *self = g_object_new (KOYOMI_TYPE_LINE_VIEW, NULL);

  self->sheet = g_object_ref (sheet);
  self->kind = kind;
  make_name (self);
  if (kind == KOYOMI_SHEET_FUNCTION)
    make_pill (self);

  return GTK_WIDGET (self);
}

KoyomiSheetKind
koyomi_line_view_get_kind (KoyomiLineView *self)
{
  return self->kind;
}

static gint64
get_duty (KoyomiCalendarRow *row,
          guint              band)
{
  return g_array_index (row->bands, KoyomiBand, band).duty_id;
}

/* Whether this is the widget for that line, whatever has changed in it. */
gboolean
koyomi_line_view_shows (KoyomiLineView    *self,
                        const KoyomiSheetLine *line)
{
  if (self->kind != line->kind || self->group == NULL ||
      koyomi_record_get_id (self->group) != koyomi_record_get_id (line->group))
    return FALSE;
  if (self->kind == KOYOMI_SHEET_GROUP)
    return TRUE;
  if (koyomi_record_get_id (self->row->function) != koyomi_record_get_id (line->row->function))
    return FALSE;

  return self->kind == KOYOMI_SHEET_FUNCTION ||
         (self->band < self->row->bands->len && get_duty (self->row, self->band) == get_duty (line->row, line->band));
}

static void
bind_group (KoyomiLineView *self)
{
  gboolean folded = koyomi_calendar_sheet_is_folded (self->sheet, self->group);

  gtk_label_set_label (GTK_LABEL (self->label), koyomi_record_get_title (self->group));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

static void
bind_function (KoyomiLineView *self)
{
  const char *title = koyomi_record_get_title (self->row->function);

  gtk_label_set_label (GTK_LABEL (self->label), title);
  gtk_label_set_wrap (GTK_LABEL (self->label), self->row->n_lanes > 1);
  gtk_label_set_lines (GTK_LABEL (self->label), self->row->n_lanes > 1 ? 2 : 1);
  gtk_widget_set_tooltip_text (self->name, title);
  gtk_label_set_label (GTK_LABEL (self->pill), self->row->team);
  gtk_widget_set_tooltip_text (self->pill, self->row->team);
  gtk_widget_set_visible (self->pill, *self->row->team != '\0');
}

static void
bind_band (KoyomiLineView *self)
{
  const KoyomiBand *band = &g_array_index (self->row->bands, KoyomiBand, self->band);

  gtk_label_set_label (GTK_LABEL (self->label), band->title);
  gtk_widget_set_tooltip_text (self->name, band->title);
}

/* Shows that line from now on. What the widget held of the same line before keeps its place and the focus. */
void
koyomi_line_view_bind (KoyomiLineView    *self,
                       const KoyomiSheetLine *line)
{
  g_set_object (&self->group, line->group);
  g_set_object (&self->row, line->row);
  self->band = line->band;

  if (self->kind == KOYOMI_SHEET_GROUP)
    bind_group (self);
  else if (self->kind == KOYOMI_SHEET_FUNCTION)
    bind_function (self);
  else
    bind_band (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->label)), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->label)), -1);
}

static void
cell_activated_cb (KoyomiLineView *self,
                   const char         *action,
                   KoyomiCalendarCell *cell)
{
  gint64 id = koyomi_calendar_cell_get_id (cell);

  if (self->kind == KOYOMI_SHEET_BAND)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "calendar.attest", "(xi)", get_duty (self->row, self->band), (int) id);
      return;
    }

  koyomi_run_selection_choose (koyomi_calendar_sheet_get_selection (self->sheet), id);
  if (g_str_equal (action, "cell.open"))
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.open-run", NULL);
  else if (g_str_equal (action, "cell.mark-done"))
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.toggle-done", NULL);
  else if (g_str_equal (action, "cell.move-earlier"))
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move-earlier", NULL);
  else if (g_str_equal (action, "cell.move-later"))
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move-later", NULL);
}

/* What is in sight still keeps its cell, and with it the focus. */
static void
keep_cell (KoyomiLineView *self,
           GHashTable     *old,
           gint64          id)
{
  gpointer key, cell;

  if (g_hash_table_steal_extended (old, &id, &key, &cell))
    g_hash_table_insert (self->cells, key, cell);
}

/* Returns: (transfer none) (nullable): a cell out of @old that nobody would miss */
static GtkWidget *
recycle_cell (GHashTable *old)
{
  GHashTableIter iter;
  gpointer key, cell;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &key, &cell))
    if (!gtk_widget_has_focus (cell))
      {
        g_hash_table_iter_steal (&iter);
        g_free (key);
        return cell;
      }

  return NULL;
}

static GtkWidget *
make_cell (KoyomiLineView *self,
           KoyomiCellKind  kind,
           gint64          id)
{
  GtkWidget *cell = koyomi_calendar_cell_new (kind, id);

  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_signal_connect_object (cell, "activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return cell;
}

/* Returns: (transfer none): the cell with that id, kept, recycled or made. To make a widget takes far longer than to rename one; months
 * are few, and one of them may be wanted yet. */
static KoyomiCalendarCell *
take_cell (KoyomiLineView *self,
           GHashTable     *old,
           KoyomiCellKind  kind,
           gint64          id)
{
  GtkWidget *cell;

  keep_cell (self, old, id);
  if ((cell = g_hash_table_lookup (self->cells, &id)) != NULL)
    return KOYOMI_CALENDAR_CELL (cell);

  if (kind == KOYOMI_CELL_RUN && (cell = recycle_cell (old)) != NULL)
    koyomi_calendar_cell_set_id (KOYOMI_CALENDAR_CELL (cell), id);
  else
    cell = make_cell (self, kind, id);
  g_hash_table_insert (self->cells, g_memdup2 (&id, sizeof id), cell);

  return KOYOMI_CALENDAR_CELL (cell);
}

static void
place_runs (KoyomiLineView *self,
            GHashTable         *old)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);

  koyomi_timeline_place_row (timeline, self->row, self->boxes);
  for (guint i = 0; i < self->boxes->len; i++)
    if (g_array_index (self->boxes, KoyomiCalendarBox, i).rect.width > 0)
      keep_cell (self, old, g_array_index (self->boxes, KoyomiCalendarBox, i).bar->occurrence_id);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (self->boxes, KoyomiCalendarBox, i);
      g_autofree char *baseline = NULL;
      KoyomiCalendarCell *cell;

      if (box->rect.width <= 0)
        continue;

      cell = take_cell (self, old, KOYOMI_CELL_RUN, box->bar->occurrence_id);
      koyomi_calendar_cell_set_rect (cell, box->rect);
      koyomi_calendar_cell_name_run (cell, box->bar, language);
      baseline = koyomi_run_tell_baseline (timeline, box->bar, language);
      koyomi_calendar_cell_describe (cell, baseline);
    }
}

static char *
describe_month (KoyomiLineView *self,
                int                 month)
{
  const KoyomiAttestedMonth *attested = &g_array_index (self->row->bands, KoyomiBand, self->band).months[month];
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  g_autofree char *name = koyomi_fiscal_year_format_month (koyomi_calendar_sheet_get_year (self->sheet), month, language);

  if (attested->attestation_id == 0)
    /* Translators: %s is a month: nobody has said yet how often a routine was done in it */
    return g_strdup_printf (koyomi_tr (language, "%s: not attested"), name);

  /* Translators: %1$s is a month, %2$d and %3$d are days */
  return g_strdup_printf (koyomi_tr (language, "%1$s: done on %2$d of %3$d days"), name, attested->done_days,
                          attested->planned_days);
}

static void
place_months (KoyomiLineView *self,
              GHashTable         *old)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (self->sheet)->time;
  KoyomiFiscalYear year = koyomi_calendar_sheet_get_year (self->sheet);

  for (int i = 0; i < 12; i++)
    {
      guint32 first_day = koyomi_fiscal_year_get_month_first (year, i);
      double x = koyomi_time_scale_day_to_x (time, first_day);
      double end = koyomi_time_scale_day_to_x (time, koyomi_day_get_month_last (first_day) + 1.0);
      g_autofree char *text = NULL;
      KoyomiCalendarCell *cell;

      if (end <= 0 || x >= time->width)
        continue;

      text = describe_month (self, i);
      cell = take_cell (self, old, KOYOMI_CELL_MONTH, i + 1);
      koyomi_calendar_cell_set_rect (cell, (KoyomiRect) { x, 0, end - x, self->height });
      koyomi_calendar_cell_name (cell, text);
    }
}

/* A cell that goes while it has the focus leaves it to the name. */
static void
remove_cells (KoyomiLineView *self,
              GHashTable         *cells)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    {
      if (gtk_widget_is_focus (cell))
        gtk_widget_grab_focus (self->name);
      gtk_widget_unparent (cell);
    }
}

/* Works out where everything stands. @left: where the canvas begins; @height: of the line */
void
koyomi_line_view_place (KoyomiLineView *self,
                        double              left,
                        double              height)
{
  g_autoptr(GHashTable) old = g_steal_pointer (&self->cells);

  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->left = floor (left);
  self->height = height;

  if (self->kind == KOYOMI_SHEET_FUNCTION)
    place_runs (self, old);
  else if (self->kind == KOYOMI_SHEET_BAND)
    place_months (self, old);

  remove_cells (self, old);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: how wide the name and the team are, with what is around them */
int
koyomi_line_view_measure_name (KoyomiLineView *self)
{
  int name, pill = 0;

  gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &name, NULL, NULL);
  if (self->pill != NULL && gtk_widget_should_layout (self->pill))
    gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &pill, NULL, NULL);

  return NAME_INDENT + name + PILL_GAP + pill + 1;
}

/* Returns: (transfer none): what has the focus when no cell has it */
GtkWidget *
koyomi_line_view_get_name (KoyomiLineView *self)
{
  return self->name;
}

/* Returns: (transfer none) (nullable) */
GtkWidget *
koyomi_line_view_get_cell (KoyomiLineView *self,
                           gint64              id)
{
  return g_hash_table_lookup (self->cells, &id);
}

/* @x, @y: in the line. Returns: (transfer none) (nullable): the run that is drawn there, valid until the line is placed anew */
const KoyomiCalendarBox *
koyomi_line_view_pick (KoyomiLineView *self,
                       double              x,
                       double              y)
{
  x -= self->left;
  for (guint i = self->boxes->len; x >= 0 && i > 0; i--)
    {
      const KoyomiCalendarBox *box = &g_array_index (self->boxes, KoyomiCalendarBox, i - 1);

      if (box->rect.width > 0 && x >= box->rect.x - 1 && x < box->rect.x + box->rect.width + 1 &&
          y >= box->rect.y && y < box->rect.y + box->rect.height)
        return box;
    }

  return NULL;
}

/* Returns: (transfer none) (nullable): where the run is drawn, valid until the line is placed anew */
const KoyomiCalendarBox *
koyomi_line_view_find_box (KoyomiLineView *self,
                           gint64          run)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (self->boxes, KoyomiCalendarBox, i);

      if (box->rect.width > 0 && box->bar->occurrence_id == run)
        return box;
    }

  return NULL;
}

/* Marks the line that holds the run in focus. */
void
koyomi_line_view_set_marked (KoyomiLineView *self,
                             gboolean            marked)
{
  if (self->marked == marked)
    return;

  self->marked = marked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
