#include "koyomi-matrix-band.h"

#include <math.h>

#define M (&koyomi_matrix_measures)

struct _KoyomiMatrixBand
{
  GtkWidget          parent_instance;

  KoyomiMatrixRows  *rows;       /* not owned: a sibling, which lives as long */
  KoyomiMatrixSheet *sheet;
  gboolean           is_head;    /* else it is the foot */
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixBand, koyomi_matrix_band, GTK_TYPE_WIDGET)

static gboolean
is_transposed (KoyomiMatrixBand *self)
{
  return koyomi_matrix_sheet_get_options (self->sheet)->transposed;
}

static void
paint_column (KoyomiMatrixBand *self,
              int               column,
              KoyomiRect        rect,
              cairo_t          *cr)
{
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  guint index = koyomi_matrix_sheet_get_column (self->sheet, column);
  KoyomiMatrixChangeKind change;

  if (self->is_head && is_transposed (self))
    koyomi_matrix_chart_paint_function (chart, koyomi_matrix_sheet_get_column_record (self->sheet, column), rect, cr);
  else if (self->is_head)
    koyomi_matrix_chart_paint_team (chart, koyomi_matrix_sheet_get_column_record (self->sheet, column), rect, cr);
  else if (is_transposed (self))
    koyomi_matrix_chart_paint_levels (chart, koyomi_matrix_facts_get_score (facts, index), FALSE, rect, cr);
  else
    koyomi_matrix_chart_paint_load (chart, koyomi_matrix_get_column (facts->matrix, index), rect, cr);

  change = koyomi_matrix_facts_get_change (facts, !is_transposed (self), index);
  if (self->is_head && change != KOYOMI_N_MATRIX_CHANGES)
    koyomi_matrix_chart_paint_sign (chart, koyomi_matrix_change_is_gain (change), rect, cr);
}

static void
paint_columns (KoyomiMatrixBand *self,
               double            width,
               double            height,
               cairo_t          *cr)
{
  const KoyomiMatrixFrame *frame = koyomi_matrix_rows_get_frame (self->rows);
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  double room = width - frame->left - frame->side;

  cairo_save (cr);
  cairo_rectangle (cr, frame->left, 0, MAX (room, 0), height);
  cairo_clip (cr);
  for (int i = floor (frame->offset / column); i < koyomi_matrix_sheet_get_n_columns (self->sheet) && i * column < frame->offset + room; i++)
    paint_column (self, i, (KoyomiRect) { frame->left + i * column - round (frame->offset), 0, column, height }, cr);
  cairo_restore (cr);
}

/* Returns: (transfer full): the mean of the levels, as far as anything was assessed */
static char *
format_mean (KoyomiMatrixBand *self)
{
  const KoyomiMaturityMean *mean = &koyomi_matrix_sheet_get_facts (self->sheet)->maturity->mean;

  if (!koyomi_maturity_mean_is_known (mean))
    return g_strdup ("");

  /* Translators: the mean of the levels of maturity as they are, and as they are to be */
  return g_strdup_printf (koyomi_tr (koyomi_matrix_sheet_get_language (self->sheet), "mean %.1f → %.1f"),
                          koyomi_maturity_mean_get_as_is (mean), koyomi_maturity_mean_get_to_be (mean));
}

static const char *
name_left (KoyomiMatrixBand *self)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);

  if (self->is_head)
    return is_transposed (self) ? koyomi_tr (language, "Team") : koyomi_tr (language, "Function");

  return is_transposed (self) ? koyomi_tr (language, "Maturity as-is → to-be") : koyomi_tr (language, "Load: functions with R · A");
}

static void
paint_ends (KoyomiMatrixBand *self,
            double            width,
            double            height,
            cairo_t          *cr)
{
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);
  const KoyomiMatrixFrame *frame = koyomi_matrix_rows_get_frame (self->rows);
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);
  double padding = koyomi_matrix_chart_get_size (chart, 2 * M->padding);
  KoyomiRect left = { padding, 0, MAX (frame->left - 2 * padding, 1), height };
  KoyomiRect right = { width - frame->side + 2, 0, frame->side - 4, height };
  g_autofree char *mean = format_mean (self);

  koyomi_matrix_chart_paint_text (chart, name_left (self), TRUE, FALSE, left, cr);
  if (self->is_head)
    koyomi_matrix_chart_paint_text (chart, is_transposed (self) ? koyomi_tr (language, "Load: R · A")
                                                                : koyomi_tr (language, "Maturity as-is → to-be"), TRUE, TRUE, right, cr);
  else
    koyomi_matrix_chart_paint_text (chart, mean, FALSE, TRUE, right, cr);
}

static void
koyomi_matrix_band_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KoyomiMatrixBand *self = KOYOMI_MATRIX_BAND (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  koyomi_matrix_chart_paint_ground (koyomi_matrix_sheet_get_chart (self->sheet), KOYOMI_MATRIX_GROUND_HEAD,
                                    (KoyomiRect) { 0, 0, width, height }, cr);
  if (koyomi_matrix_sheet_get_facts (self->sheet) != NULL)
    {
      paint_columns (self, width, height, cr);
      paint_ends (self, width, height, cr);
    }
  cairo_destroy (cr);
}

static void
koyomi_matrix_band_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  KoyomiMatrixBand *self = KOYOMI_MATRIX_BAND (widget);
  const KoyomiMatrixChart *chart = koyomi_matrix_sheet_get_chart (self->sheet);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0
                                                                  : koyomi_matrix_chart_get_size (chart, self->is_head ? M->head : M->foot);
}

/* Returns: the column at @x, or -1 */
static int
pick (KoyomiMatrixBand *self,
      double            x)
{
  const KoyomiMatrixFrame *frame = koyomi_matrix_rows_get_frame (self->rows);
  double column = koyomi_matrix_sheet_get_column_width (self->sheet);
  int found = floor ((x - frame->left + frame->offset) / column);

  return x >= frame->left && x < gtk_widget_get_width (GTK_WIDGET (self)) - frame->side &&
         found < koyomi_matrix_sheet_get_n_columns (self->sheet) ? found : -1;
}

static gboolean
tooltip_cb (KoyomiMatrixBand *self,
            int               x,
            int               y,
            gboolean          keyboard,
            GtkTooltip       *tooltip)
{
  int column = keyboard ? -1 : pick (self, x);

  if (column < 0)
    return FALSE;

  gtk_tooltip_set_text (tooltip, koyomi_record_get_title (koyomi_matrix_sheet_get_column_record (self->sheet, column)));

  return TRUE;
}

/* A click on the name of a column chooses it, a second one shows what it names. */
static void
pressed_cb (KoyomiMatrixBand *self,
            int               n_presses,
            double            x,
            double            y)
{
  int column = pick (self, x);
  int last = koyomi_matrix_sheet_get_n_lines (self->sheet) - 1;
  int first = 0;

  if (column < 0 || last < 0)
    return;

  while (first < last && koyomi_matrix_sheet_get_line (self->sheet, first)->is_group)
    first++;
  koyomi_matrix_sheet_go_to (self->sheet, (KoyomiMatrixPlace) { first, column }, FALSE);
  koyomi_matrix_sheet_choose (self->sheet, (KoyomiMatrixRange) { 0, last, column, column });
  koyomi_matrix_rows_enter (self->rows);
  if (self->is_head && n_presses == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), is_transposed (self) ? "matrix.show-function" : "matrix.show-team", NULL);
}

static void
lines_changed_cb (KoyomiMatrixBand *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
koyomi_matrix_band_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_MATRIX_BAND (object)->sheet);

  G_OBJECT_CLASS (koyomi_matrix_band_parent_class)->dispose (object);
}

static void
koyomi_matrix_band_class_init (KoyomiMatrixBandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_band_dispose;
  GTK_WIDGET_CLASS (klass)->measure = koyomi_matrix_band_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = koyomi_matrix_band_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "head");
}

static void
koyomi_matrix_band_init (KoyomiMatrixBand *self)
{
}

GtkWidget *
koyomi_matrix_band_new (KoyomiMatrixRows *rows,
                        gboolean          is_head)
{
  KoyomiMatrixBand *self = g_object_new (KOYOMI_TYPE_MATRIX_BAND, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = rows;
  self->sheet = g_object_ref (koyomi_matrix_rows_get_sheet (rows));
  self->is_head = is_head;
  g_signal_connect_object (self->sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_matrix_rows_get_across (rows), "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  return GTK_WIDGET (self);
}
