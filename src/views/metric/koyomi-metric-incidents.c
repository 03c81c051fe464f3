#include "koyomi-metric-incidents.h"

#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-incident-charts.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-metric-view.h"
#include "koyomi-overview-popover.h"
#include "koyomi-ui.h"

struct _KoyomiMetricIncidents
{
  GtkWidget            parent_instance;

  KoyomiMetricSheet   *sheet;
  GtkWidget           *box;
  GtkLabel            *empty;
  KoyomiFigureView    *pareto;
  KoyomiFigureView    *months;

  KoyomiFiscalYear     year;       /* that is shown */
  KoyomiIncidentBoard *board;      /* NULL until it is read, and where it could not be */
  GPtrArray           *cards;      /* (element-type KoyomiIncidentCard): of the year; of the board */
  GPtrArray           *causes;     /* (element-type KoyomiIncidentCause): the columns of the Pareto chart */
  GtkWidget           *popover;    /* over the whole view, which does not scroll; NULL until it is wanted */
  gboolean             is_stale;   /* the plan has changed since it was read */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricIncidents, box),
  KOYOMI_UI_CHILD (KoyomiMetricIncidents, empty),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricIncidents, koyomi_metric_incidents, GTK_TYPE_WIDGET)

static KoyomiWorkspace *
get_workspace (KoyomiMetricIncidents *self)
{
  return koyomi_metric_sheet_get_workspace (self->sheet);
}

static KoyomiLanguage
get_language (KoyomiMetricIncidents *self)
{
  return koyomi_workspace_get_language (get_workspace (self));
}

/* What was read last goes, with all that borrows from it. */
static void
forget (KoyomiMetricIncidents *self)
{
  g_clear_pointer (&self->causes, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->board, koyomi_incident_board_free);
}

static void
read_year (KoyomiMetricIncidents *self)
{
  g_autoptr(GError) error = NULL;

  forget (self);
  self->is_stale = FALSE;
  self->year = koyomi_metric_sheet_get_year (self->sheet);
  self->board = koyomi_session_load_incident_board (koyomi_workspace_get_session (get_workspace (self)), koyomi_incident_sheet_read_clock (),
                                                    get_language (self), &error);
  if (self->board == NULL)
    {
      koyomi_workspace_fail (get_workspace (self), koyomi_workspace_tr (get_workspace (self), N_("The incidents could not be read")), error);
      return;
    }

  self->cards = koyomi_incident_board_list_days (self->board, koyomi_fiscal_year_get_first_day (self->year),
                                                 MIN (koyomi_fiscal_year_get_last_day (self->year), koyomi_day_today ()));
  self->causes = koyomi_incident_causes_new (self->cards);
}

static void
show_year (KoyomiMetricIncidents *self)
{
  KoyomiLanguage language = get_language (self);
  gboolean is_filled = self->cards != NULL && self->cards->len > 0;
  g_autofree char *year = koyomi_fiscal_year_format (self->year, language);
  /* Translators: a fiscal year */
  g_autofree char *empty = g_strdup_printf (koyomi_tr (language, N_("No incidents in %s.")), year);
  g_autofree char *by_class = g_strdup_printf (koyomi_tr (language, N_("Incidents by Class, %s")), year);
  g_autofree char *by_month = g_strdup_printf (koyomi_tr (language, N_("Incidents by Severity and Month, %s")), year);

  gtk_label_set_label (self->empty, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), !is_filled);
  gtk_widget_set_visible (GTK_WIDGET (self->pareto), is_filled);
  gtk_widget_set_visible (GTK_WIDGET (self->months), is_filled);
  if (!is_filled)
    return;

  koyomi_figure_view_take (self->pareto, koyomi_incident_causes_create_figure (self->causes, by_class, language));
  koyomi_figure_view_take (self->months, koyomi_incident_severities_create_figure (self->cards, self->year, by_month, language));
}

/* A search or a filter of the metrics changes nothing here. */
static void
refresh (KoyomiMetricIncidents *self)
{
  if (!self->is_stale && self->year.year == koyomi_metric_sheet_get_year (self->sheet).year)
    return;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  read_year (self);
  show_year (self);
}

static void
plan_changed_cb (KoyomiMetricIncidents *self)
{
  self->is_stale = TRUE;
}

static GPtrArray *
list_rows (KoyomiMetricIncidents *self,
           GPtrArray             *cards)
{
  GPtrArray *rows = koyomi_overview_rows_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      const KoyomiIncidentCard *card = g_ptr_array_index (cards, i);
      g_autofree char *title = g_strjoin (" ", card->number, card->title, NULL);
      g_autofree char *day = koyomi_day_format (koyomi_time_get_day (card->since));
      g_autofree char *detail = g_strjoin ("  ", day, koyomi_severity_get_label (card->severity, get_language (self)),
                                           koyomi_incident_state_get_label (card->state, get_language (self)), NULL);

      koyomi_overview_rows_add (rows, KOYOMI_TABLE_INCIDENT, card->id, title, detail);
    }

  return rows;
}

/* Beside the region of the figure where the keyboard is; where that was scrolled out of the page, in its middle. */
static void
point_to_region (KoyomiFigureView *view,
                 GtkWidget        *page,
                 GtkWidget        *popover)
{
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (page), gtk_widget_get_height (page));
  int region = koyomi_figure_view_get_region (view);
  const KoyomiRect *rect;
  graphene_rect_t place, both;

  if (region < 0 || !gtk_widget_compute_bounds (GTK_WIDGET (view), page, &place))
    return;

  rect = &koyomi_figure_get_region (koyomi_figure_view_get_figure (view), region)->rect;
  graphene_rect_init (&place, place.origin.x + rect->x, place.origin.y + rect->y, MAX (rect->width, 1), MAX (rect->height, 1));
  if (!graphene_rect_intersection (&place, &seen, &both))
    graphene_rect_init (&both, seen.size.width / 2, seen.size.height / 2, 1, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { both.origin.x, both.origin.y, both.size.width, both.size.height });
}

/* One incident is gone to, several are listed. */
static void
open_cards (KoyomiMetricIncidents *self,
            KoyomiFigureView      *view,
            const char            *title,
            GPtrArray             *cards)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), KOYOMI_TYPE_METRIC_VIEW);
  g_autoptr(GPtrArray) rows = NULL;

  if (cards->len == 0)
    return;
  if (cards->len == 1)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-incident", "x", ((const KoyomiIncidentCard *) g_ptr_array_index (cards, 0))->id);
      return;
    }

  rows = list_rows (self, cards);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = koyomi_overview_popover_new (title, rows);
  gtk_widget_set_parent (self->popover, page);
  point_to_region (view, page, self->popover);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
cause_cb (KoyomiMetricIncidents *self,
          guint                  series,
          guint                  column)
{
  const KoyomiIncidentCause *cause = g_ptr_array_index (self->causes, column);

  open_cards (self, self->pareto, koyomi_incident_cause_get_label (cause->class, get_language (self)), cause->cards);
}

static void
month_cb (KoyomiMetricIncidents *self,
          guint                  series,
          guint                  column)
{
  guint32 first_day = koyomi_fiscal_year_get_month_first (self->year, column);
  g_autoptr(GPtrArray) cards = koyomi_incident_cards_list_severity (self->cards, series, first_day, koyomi_day_add_months (first_day, 1) - 1);
  g_autofree char *month = koyomi_month_format (first_day, get_language (self));
  g_autofree char *title = g_strjoin (" – ", month, koyomi_severity_get_label (series, get_language (self)), NULL);

  open_cards (self, self->months, title, cards);
}

static void
koyomi_metric_incidents_dispose (GObject *object)
{
  KoyomiMetricIncidents *self = KOYOMI_METRIC_INCIDENTS (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_metric_incidents_parent_class)->dispose (object);
}

static void
koyomi_metric_incidents_finalize (GObject *object)
{
  forget (KOYOMI_METRIC_INCIDENTS (object));

  G_OBJECT_CLASS (koyomi_metric_incidents_parent_class)->finalize (object);
}

static void
koyomi_metric_incidents_class_init (KoyomiMetricIncidentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_incidents_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_metric_incidents_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_incidents_init (KoyomiMetricIncidents *self)
{
  self->is_stale = TRUE;
}

static KoyomiFigureView *
add_view (KoyomiMetricIncidents *self,
          const char            *name,
          GCallback              activated)
{
  GtkWidget *view = koyomi_figure_view_new (get_workspace (self), koyomi_workspace_tr (get_workspace (self), name));

  g_signal_connect_object (view, "activated", activated, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), view);

  return KOYOMI_FIGURE_VIEW (view);
}

GtkWidget *
koyomi_metric_incidents_new (KoyomiMetricSheet *sheet)
{
  KoyomiMetricIncidents *self = g_object_new (KOYOMI_TYPE_METRIC_INCIDENTS, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_INCIDENTS, "koyomi-metric-incidents", get_language (self), children);
  self->pareto = add_view (self, N_("Incidents by Class"), G_CALLBACK (cause_cb));
  self->months = add_view (self, N_("Incidents by Severity and Month"), G_CALLBACK (month_cb));
  g_signal_connect_object (get_workspace (self), "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
