#include "koyomi-metric-side.h"

#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-maturity-charts.h"
#include "koyomi-metric-incidents.h"
#include "koyomi-radar-figure.h"
#include "koyomi-ui.h"

/* The widest gaps that are named. */
#define N_GAPS 3

struct _KoyomiMetricSide
{
  GtkWidget          parent_instance;

  KoyomiMetricSheet *sheet;
  GtkWidget         *box;
  GtkWidget         *maturity;
  GtkWidget         *radar_place;
  GtkLabel          *gaps;
  GtkWidget         *grid_place;

  KoyomiFigureView  *radar;
  KoyomiFigureView  *grid;
  GPtrArray         *judged;    /* (element-type KoyomiMetricLine): the rows of the grid; not owned */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricSide, box),
  KOYOMI_UI_CHILD (KoyomiMetricSide, maturity),
  KOYOMI_UI_CHILD (KoyomiMetricSide, radar_place),
  KOYOMI_UI_CHILD (KoyomiMetricSide, gaps),
  KOYOMI_UI_CHILD (KoyomiMetricSide, grid_place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricSide, koyomi_metric_side, GTK_TYPE_WIDGET)

static KoyomiWorkspace *
get_workspace (KoyomiMetricSide *self)
{
  return koyomi_metric_sheet_get_workspace (self->sheet);
}

static KoyomiLanguage
get_language (KoyomiMetricSide *self)
{
  return koyomi_workspace_get_language (get_workspace (self));
}

static guint
count_known (const KoyomiMaturityTable *table)
{
  return table->mean.n_functions - table->mean.n_unknown;
}

/* The one that the window of maturity shows, else the one of which most is known. Returns: (transfer full) (nullable) */
static KoyomiMaturityTable *
load_maturity (KoyomiMetricSide *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (get_workspace (self));
  g_autofree char *wanted = g_settings_get_string (koyomi_workspace_get_settings (get_workspace (self)), "maturity-catalogue");
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, get_language (self), NULL);
  KoyomiMaturityTable *best = NULL;

  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      KoyomiRecord *catalogue = g_ptr_array_index (catalogues, i);
      gboolean is_wanted = g_str_equal (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), wanted);
      KoyomiMaturityTable *table = koyomi_session_load_maturity (session, koyomi_record_get_id (catalogue), koyomi_day_today (),
                                                                 get_language (self), NULL);

      if (best == NULL || (table != NULL && (is_wanted || count_known (table) > count_known (best))))
        {
          g_clear_pointer (&best, koyomi_maturity_table_free);
          best = table;
        }
      else
        koyomi_maturity_table_free (table);
      if (is_wanted)
        break;
    }

  return best;
}

/* “A-5 Effectiveness measurement (1 → 4), …” */
static char *
list_gaps (KoyomiMetricSide          *self,
           const KoyomiMaturityTable *table)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (table->gaps->len, N_GAPS); i++)
    {
      const KoyomiMaturityRow *row = g_ptr_array_index (table->gaps, i);
      const char *code = koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE);

      g_string_append_printf (text, "\n%s%s%s (%d → %d)", code, *code != '\0' ? " " : "", koyomi_record_get_title (row->function), row->score.as_is,
                              row->score.to_be);
    }
  if (text->len == 0)
    return g_strdup (koyomi_workspace_tr (get_workspace (self), N_("No gap to the goals")));
  g_string_prepend (text, koyomi_workspace_tr (get_workspace (self), N_("Widest gaps:")));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_radar (KoyomiMetricSide *self)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(KoyomiMaturityTable) table = load_maturity (self);
  g_autofree char *gaps = NULL;

  gtk_widget_set_visible (self->maturity, table != NULL && koyomi_maturity_mean_is_known (&table->mean));
  if (table == NULL)
    return;

  gaps = list_gaps (self, table);
  gtk_label_set_label (self->gaps, gaps);
  koyomi_figure_view_take (self->radar, koyomi_radar_figure_new ("", koyomi_radar_new_for_maturity (table, NULL, language)));
}

/* Whether something was aimed at in any quarter. */
static gboolean
is_judged (const KoyomiMetricLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (line->quarters); i++)
    if (line->quarters[i] != NULL && line->quarters[i]->status != KOYOMI_METRIC_NO_DATA && line->quarters[i]->status != KOYOMI_METRIC_UNJUDGED)
      return TRUE;

  return FALSE;
}

static void
show_grid (KoyomiMetricSide *self)
{
  GPtrArray *lines = koyomi_metric_sheet_get_lines (self->sheet);

  g_ptr_array_set_size (self->judged, 0);
  for (guint i = 0; i < lines->len; i++)
    if (is_judged (g_ptr_array_index (lines, i)))
      g_ptr_array_add (self->judged, g_ptr_array_index (lines, i));

  gtk_widget_set_visible (GTK_WIDGET (self->grid), self->judged->len > 0);
  koyomi_figure_view_take (self->grid, koyomi_metric_lines_create_grid (self->judged, get_language (self)));
}

static void
refresh (KoyomiMetricSide *self)
{
  show_radar (self);
  show_grid (self);
}

static void
cell_cb (KoyomiMetricSide *self,
         guint             row,
         guint             column)
{
  const KoyomiMetricLine *line = g_ptr_array_index (self->judged, row);
  guint32 first_day = koyomi_fiscal_year_get_month_first (line->result->year, column * 3);

  gtk_widget_activate_action (GTK_WIDGET (self), "metric.rows", "(xuu)", koyomi_record_get_id (line->result->metric), first_day,
                              koyomi_day_add_months (first_day, 3) - 1);
}

static void
axis_cb (KoyomiMetricSide *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.maturity", NULL);
}

static void
koyomi_metric_side_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_METRIC_SIDE (object)->sheet);

  G_OBJECT_CLASS (koyomi_metric_side_parent_class)->dispose (object);
}

static void
koyomi_metric_side_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_METRIC_SIDE (object)->judged);

  G_OBJECT_CLASS (koyomi_metric_side_parent_class)->finalize (object);
}

static void
koyomi_metric_side_class_init (KoyomiMetricSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_side_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_side_init (KoyomiMetricSide *self)
{
  self->judged = g_ptr_array_new ();
}

GtkWidget *
koyomi_metric_side_new (KoyomiMetricSheet *sheet)
{
  KoyomiMetricSide *self = g_object_new (KOYOMI_TYPE_METRIC_SIDE, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_SIDE, "koyomi-metric-side", get_language (self), children);
  self->radar = KOYOMI_FIGURE_VIEW (koyomi_figure_view_new (get_workspace (self), koyomi_workspace_tr (get_workspace (self),
                                                                                                      N_("Radar of the maturity of groups"))));
  g_signal_connect_object (self->radar, "activated", G_CALLBACK (axis_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->radar_place), GTK_WIDGET (self->radar));
  self->grid = KOYOMI_FIGURE_VIEW (koyomi_figure_view_new (get_workspace (self), koyomi_workspace_tr (get_workspace (self),
                                                                                                     N_("Status by Quarter"))));
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (cell_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->grid_place), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->box), koyomi_metric_incidents_new (sheet));
  g_signal_connect_object (sheet, "lines", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
