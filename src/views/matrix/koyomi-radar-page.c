#include "koyomi-radar-page.h"

#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-maturity-charts.h"
#include "koyomi-radar-view.h"
#include "koyomi-row-table.h"
#include "koyomi-ui.h"

#include <math.h>

struct _KoyomiRadarPage
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *chart_place;
  GtkWidget       *table_place;
  GtkLabel        *method;

  KoyomiRadarView *chart;
  KoyomiRowTable *table;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRadarPage, chart_place),
  KOYOMI_UI_CHILD (KoyomiRadarPage, table_place),
  KOYOMI_UI_CHILD (KoyomiRadarPage, method),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRadarPage, koyomi_radar_page, GTK_TYPE_WIDGET)

static const char *
tr (KoyomiRadarPage *self,
    const char      *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

/* Returns: (transfer full): a mean, or a dash where nothing is known */
static char *
format_mean (const KoyomiMaturityMean *mean,
             double                  (*get) (const KoyomiMaturityMean *self))
{
  return mean != NULL && koyomi_maturity_mean_is_known (mean) && !isnan (get (mean)) ? g_strdup_printf ("%.1f", get (mean))
                                                                                    : g_strdup ("–");
}

static char *
format_gap (const KoyomiMaturityMean *mean)
{
  double gap = koyomi_maturity_mean_get_to_be (mean) - koyomi_maturity_mean_get_as_is (mean);

  return koyomi_maturity_mean_is_known (mean) && !isnan (gap) ? g_strdup_printf ("%+.1f", gap) : g_strdup ("–");
}

/* @before: (nullable): a year ago */
static void
add_row (KoyomiRadarPage          *self,
         const char               *name,
         const KoyomiMaturityMean *mean,
         const KoyomiMaturityMean *before)
{
  GStrv cells = g_new0 (char *, 7);

  cells[0] = g_strdup (name);
  cells[1] = format_mean (before, koyomi_maturity_mean_get_as_is);
  cells[2] = format_mean (mean, koyomi_maturity_mean_get_as_is);
  cells[3] = format_mean (mean, koyomi_maturity_mean_get_to_be);
  cells[4] = format_gap (mean);
  cells[5] = g_strdup_printf ("%u/%u", mean->n_unknown, mean->n_functions);
  koyomi_row_table_take_row (self->table, cells);
}

static void
show_table (KoyomiRadarPage           *self,
            const KoyomiMaturityTable *now,
            const KoyomiMaturityTable *before)
{
  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < now->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = &g_array_index (now->groups, KoyomiMaturityGroup, i);
      const char *code = koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE);
      g_autofree char *name = g_strjoin (*code != '\0' ? " " : "", code, koyomi_record_get_title (group->group), NULL);

      add_row (self, name, &group->mean, i < before->groups->len ? &g_array_index (before->groups, KoyomiMaturityGroup, i).mean : NULL);
    }
  add_row (self, tr (self, N_("All functions")), &now->mean, &before->mean);
  koyomi_row_table_show (self->table);
}

/* Shows the means of that catalogue as they stand. */
gboolean
koyomi_radar_page_show (GtkWidget  *page,
                        gint64      catalogue,
                        GError    **error)
{
  KoyomiRadarPage *self = KOYOMI_RADAR_PAGE (page);
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint32 today = koyomi_day_today ();
  g_autoptr(KoyomiMaturityTable) now = koyomi_session_load_maturity (session, catalogue, today, language, error);
  g_autoptr(KoyomiMaturityTable) before = NULL;

  if (now == NULL ||
      (before = koyomi_session_load_maturity (session, catalogue, koyomi_day_add_months (today, -12), language, error)) == NULL)
    return FALSE;

  koyomi_radar_view_take (self->chart, koyomi_radar_new_for_maturity (now, before, language));
  show_table (self, now, before);

  return TRUE;
}

/* The last row is the mean of all, which is no axis. */
static void
chosen_cb (KoyomiRadarPage *self)
{
  int row = koyomi_row_table_get_chosen (self->table);

  koyomi_radar_view_mark (self->chart, row + 1 < (int) koyomi_row_table_get_n_rows (self->table) ? row : -1);
}

static void
axis_cb (KoyomiRadarPage *self,
         int              axis)
{
  koyomi_row_table_choose (self->table, axis);
}

static gboolean
koyomi_radar_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_RADAR_PAGE (widget)->table));
}

static void
koyomi_radar_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_RADAR_PAGE (object)->workspace);

  G_OBJECT_CLASS (koyomi_radar_page_parent_class)->dispose (object);
}

static void
koyomi_radar_page_class_init (KoyomiRadarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_radar_page_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_radar_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_radar_page_init (KoyomiRadarPage *self)
{
}

static void
add_columns (KoyomiRadarPage *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Group")), FALSE);
  koyomi_row_table_add_column (self->table, koyomi_trc (language, "maturity", "A year ago"), TRUE);
  koyomi_row_table_add_column (self->table, koyomi_trc (language, "maturity", "Now"), TRUE);
  koyomi_row_table_add_column (self->table, koyomi_trc (language, "maturity", "Goal"), TRUE);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Gap")), TRUE);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Unknown")), TRUE);
}

GtkWidget *
koyomi_radar_page_new (KoyomiWorkspace *workspace)
{
  KoyomiRadarPage *self = g_object_new (KOYOMI_TYPE_RADAR_PAGE, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_RADAR_PAGE, "koyomi-radar-page", language, children);
  gtk_label_set_label (self->method, koyomi_maturity_get_method (language));

  self->chart = KOYOMI_RADAR_VIEW (koyomi_radar_view_new (tr (self, N_("Radar of the means; the table beside it says the same"))));
  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (tr (self, N_("Means of the groups of functions"))));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (self->chart_place), GTK_WIDGET (self->chart));
  gtk_box_prepend (GTK_BOX (self->table_place), GTK_WIDGET (self->table));
  add_columns (self);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "axis-pressed", G_CALLBACK (axis_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
