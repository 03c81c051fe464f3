#include "koyomi-matrix-compare-bar.h"

#include "koyomi-chart-look.h"
#include "koyomi-focus.h"
#include "koyomi-matrix-comparing.h"
#include "koyomi-ui.h"

#include <math.h>

#define M (&koyomi_matrix_measures)

struct _KoyomiMatrixCompareBar
{
  GtkWidget          parent_instance;

  KoyomiMatrixSheet *sheet;
  KoyomiAlphabet    *alphabet;         /* of the legend */
  GtkWidget         *box;
  GtkWidget         *label;
  GtkWidget         *legend;
  GtkWidget         *only_changes;
  gboolean           is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMatrixCompareBar, box),
  KOYOMI_UI_CHILD (KoyomiMatrixCompareBar, label),
  KOYOMI_UI_CHILD (KoyomiMatrixCompareBar, legend),
  KOYOMI_UI_CHILD (KoyomiMatrixCompareBar, only_changes),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMatrixCompareBar, koyomi_matrix_compare_bar, GTK_TYPE_WIDGET)

/* With what, and how much has changed since. */
static void
update_label (KoyomiMatrixCompareBar     *self,
              const KoyomiMatrixMoment   *moment,
              const KoyomiMatrixDifference *difference)
{
  KoyomiLanguage language = koyomi_matrix_sheet_get_language (self->sheet);
  g_autofree char *with = koyomi_matrix_moment_describe (moment, language);
  g_autofree char *summary = koyomi_matrix_changes_summarise (koyomi_matrix_difference_get_changes (difference), language);
  /* Translators: what the matrix is compared with, such as a day, and what has changed, such as: 3 A moved */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, N_("Compared with %1$s: %2$s")), with, summary);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

static void
update (KoyomiMatrixCompareBar *self)
{
  const KoyomiMatrixMoment *moment = koyomi_matrix_sheet_get_moment (self->sheet);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  gboolean is_comparing = moment != NULL && facts != NULL && facts->difference != NULL;

  if (is_comparing)
    update_label (self, moment, facts->difference);

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->only_changes),
                                koyomi_matrix_sheet_get_options (self->sheet)->show == KOYOMI_MATRIX_SHOW_CHANGES);
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), is_comparing);
}

static void
only_changes_cb (KoyomiMatrixCompareBar *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->only_changes));

  if (!self->is_updating)
    koyomi_matrix_sheet_set_show (self->sheet, active ? KOYOMI_MATRIX_SHOW_CHANGES : KOYOMI_MATRIX_SHOW_ALL);
}

/* A cell as the matrix paints it: a letter that came, and one that went. */
static void
draw_legend_cb (GtkDrawingArea *legend,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        data)
{
  KoyomiMatrixCompareBar *self = data;

  koyomi_matrix_chart_paint_change (koyomi_matrix_sheet_get_chart (self->sheet), self->alphabet, KOYOMI_LETTERS_A, KOYOMI_LETTERS_R,
                                    (KoyomiRect) { 0, 0, width, height }, cr);
}

static void
resize_legend (KoyomiMatrixCompareBar *self)
{
  double scale = koyomi_chart_look_get_scale (GTK_WIDGET (self));

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->legend), (int) ceil ((2 * M->chip_width + 5 * M->chip_gap) * scale));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->legend), (int) ceil (M->row * scale));
  gtk_widget_queue_draw (self->legend);
}

static void
koyomi_matrix_compare_bar_dispose (GObject *object)
{
  KoyomiMatrixCompareBar *self = KOYOMI_MATRIX_COMPARE_BAR (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->alphabet, koyomi_alphabet_free);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_matrix_compare_bar_parent_class)->dispose (object);
}

static void
koyomi_matrix_compare_bar_class_init (KoyomiMatrixCompareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_compare_bar_dispose;
  widget_class->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  koyomi_matrix_comparing_bind_keys (widget_class);
}

static void
koyomi_matrix_compare_bar_init (KoyomiMatrixCompareBar *self)
{
  self->alphabet = koyomi_alphabet_new (NULL);
}

GtkWidget *
koyomi_matrix_compare_bar_new (KoyomiMatrixSheet *sheet)
{
  KoyomiMatrixCompareBar *self = g_object_new (KOYOMI_TYPE_MATRIX_COMPARE_BAR, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_MATRIX_COMPARE_BAR, "koyomi-matrix-compare-bar", koyomi_matrix_sheet_get_language (sheet), children);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->legend), draw_legend_cb, self, NULL);
  g_signal_connect_object (self->only_changes, "toggled", G_CALLBACK (only_changes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (resize_legend), self, G_CONNECT_SWAPPED);
  resize_legend (self);
  update (self);

  return GTK_WIDGET (self);
}
