#include "koyomi-metric-cards.h"

#include "koyomi-chart-look.h"
#include "koyomi-focus.h"
#include "koyomi-metric-flow.h"
#include "koyomi-metric-side.h"
#include "koyomi-search-escape.h"
#include "koyomi-ui.h"

#include <adwaita.h>

/* A narrower view, with texts of the usual size, has the charts below the cards. */
#define LEAST_WIDTH 900
#define SIDE_WIDTH 340

/* What is counted, worst last; each count is a button that shows these only. */
static const KoyomiMetricStatus counted[] = { KOYOMI_METRIC_ON_TARGET, KOYOMI_METRIC_AT_RISK, KOYOMI_METRIC_OFF_TARGET, KOYOMI_METRIC_STALE };
static const char * const chip_classes[G_N_ELEMENTS (counted)] = { "koyomi-good", "koyomi-warned", "koyomi-bad", NULL };

struct _KoyomiMetricCards
{
  GtkWidget          parent_instance;

  KoyomiMetricSheet *sheet;
  GtkWidget         *box;
  GtkWidget         *chips;
  GtkWidget         *kind;
  GtkWidget         *search;
  GtkWidget         *pages;
  GtkWidget         *content;       /* cards and charts */
  GtkWidget         *place;

  KoyomiMetricFlow  *grid;
  GtkWidget         *side;
  GtkWidget         *counts[G_N_ELEMENTS (counted)];
  guint              turn_id;
  gboolean           is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricCards, box),
  KOYOMI_UI_CHILD (KoyomiMetricCards, chips),
  KOYOMI_UI_CHILD (KoyomiMetricCards, kind),
  KOYOMI_UI_CHILD (KoyomiMetricCards, search),
  KOYOMI_UI_CHILD (KoyomiMetricCards, pages),
  KOYOMI_UI_CHILD (KoyomiMetricCards, content),
  KOYOMI_UI_CHILD (KoyomiMetricCards, place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricCards, koyomi_metric_cards, GTK_TYPE_WIDGET)

static KoyomiWorkspace *
get_workspace (KoyomiMetricCards *self)
{
  return koyomi_metric_sheet_get_workspace (self->sheet);
}

static char *
name_count (KoyomiMetricCards  *self,
            KoyomiMetricStatus  status)
{
  KoyomiLanguage language = koyomi_workspace_get_language (get_workspace (self));
  guint n = koyomi_metric_sheet_count (self->sheet, status);

  switch (status)
    {
    case KOYOMI_METRIC_ON_TARGET:
      return g_strdup_printf (koyomi_ntr (language, "%u on target", "%u on target", n), n);
    case KOYOMI_METRIC_AT_RISK:
      return g_strdup_printf (koyomi_ntr (language, "%u at risk", "%u at risk", n), n);
    case KOYOMI_METRIC_OFF_TARGET:
      return g_strdup_printf (koyomi_ntr (language, "%u off target", "%u off target", n), n);
    case KOYOMI_METRIC_STALE:
    case KOYOMI_METRIC_UNJUDGED:
    case KOYOMI_METRIC_NO_DATA:
    case KOYOMI_N_METRIC_STATUSES:
    default:
      return g_strdup_printf (koyomi_ntr (language, "%u out of date", "%u out of date", n), n);
    }
}

static void
show_counts (KoyomiMetricCards *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autofree char *name = name_count (self, counted[i]);
      g_autofree char *label = g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (counted[i]), name);

      gtk_button_set_label (GTK_BUTTON (self->counts[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->counts[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->counts[i]), koyomi_metric_sheet_get_status (self->sheet) == (int) counted[i]);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), koyomi_metric_sheet_get_kind (self->sheet) + 1);
  self->is_updating = FALSE;
}

static void
refresh (KoyomiMetricCards *self)
{
  GPtrArray *shown = koyomi_metric_sheet_get_shown (self->sheet);

  show_counts (self);
  koyomi_metric_flow_show (self->grid, shown);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), shown->len > 0 ? "cards" : "nothing");
}

static void
count_cb (KoyomiMetricCards *self,
          GtkToggleButton   *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->is_updating)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (self->counts[i] == GTK_WIDGET (button))
      koyomi_metric_sheet_set_status (self->sheet, active ? (int) counted[i] : -1);
}

static void
kind_cb (KoyomiMetricCards *self)
{
  if (!self->is_updating)
    koyomi_metric_sheet_set_kind (self->sheet, (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) - 1);
}

static void
searched_cb (KoyomiMetricCards *self)
{
  koyomi_metric_sheet_set_query (self->sheet, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
entered_cb (KoyomiMetricCards *self)
{
  searched_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
set_side_width (KoyomiMetricCards *self,
                int                width)
{
  adw_clamp_set_maximum_size (ADW_CLAMP (self->side), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->side), width);
}

/* Not while the window is being laid out. */
static gboolean
turn_cb (gpointer data)
{
  KoyomiMetricCards *self = data;
  gboolean is_wide = gtk_widget_get_width (GTK_WIDGET (self)) >= LEAST_WIDTH * koyomi_chart_look_get_scale (GTK_WIDGET (self));

  self->turn_id = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), is_wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  set_side_width (self, is_wide ? SIDE_WIDTH * koyomi_chart_look_get_scale (GTK_WIDGET (self)) : G_MAXINT16);

  return G_SOURCE_REMOVE;
}

static void
koyomi_metric_cards_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  KoyomiMetricCards *self = KOYOMI_METRIC_CARDS (widget);
  gboolean is_wide = width >= LEAST_WIDTH * koyomi_chart_look_get_scale (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (is_wide != (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->content)) == GTK_ORIENTATION_HORIZONTAL) && self->turn_id == 0)
    self->turn_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, turn_cb, self, NULL);
}

static void
koyomi_metric_cards_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (KOYOMI_METRIC_CARDS (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
koyomi_metric_cards_grab_focus (GtkWidget *widget)
{
  KoyomiMetricCards *self = KOYOMI_METRIC_CARDS (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->grid)) || gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
}

static void
koyomi_metric_cards_dispose (GObject *object)
{
  KoyomiMetricCards *self = KOYOMI_METRIC_CARDS (object);

  g_clear_handle_id (&self->turn_id, g_source_remove);
  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_metric_cards_parent_class)->dispose (object);
}

static void
koyomi_metric_cards_class_init (KoyomiMetricCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_cards_dispose;
  widget_class->measure = koyomi_metric_cards_measure;
  widget_class->size_allocate = koyomi_metric_cards_size_allocate;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_metric_cards_grab_focus;
}

static void
koyomi_metric_cards_init (KoyomiMetricCards *self)
{
}

static void
add_counts (KoyomiMetricCards *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      self->counts[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->counts[i], "koyomi-chip");
      if (chip_classes[i] != NULL)
        gtk_widget_add_css_class (self->counts[i], chip_classes[i]);
      gtk_widget_set_tooltip_text (self->counts[i], koyomi_workspace_tr (get_workspace (self), N_("Show only these")));
      gtk_widget_set_valign (self->counts[i], GTK_ALIGN_CENTER);
      g_signal_connect_object (self->counts[i], "toggled", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->chips), self->counts[i]);
    }
}

GtkWidget *
koyomi_metric_cards_new (KoyomiMetricSheet *sheet)
{
  KoyomiMetricCards *self = g_object_new (KOYOMI_TYPE_METRIC_CARDS, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_CARDS, "koyomi-metric-cards", koyomi_workspace_get_language (get_workspace (self)), children);
  self->grid = KOYOMI_METRIC_FLOW (koyomi_metric_flow_new (get_workspace (self), koyomi_workspace_tr (get_workspace (self), N_("KPIs")), FALSE));
  self->side = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->side), koyomi_metric_side_new (sheet));
  set_side_width (self, SIDE_WIDTH * koyomi_chart_look_get_scale (GTK_WIDGET (self)));
  gtk_widget_set_hexpand (self->side, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (self->content), self->side);
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  add_counts (self);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

void
koyomi_metric_cards_search (KoyomiMetricCards *self)
{
  gtk_widget_grab_focus (self->search);
}

void
koyomi_metric_cards_clear_filter (KoyomiMetricCards *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  koyomi_metric_sheet_set_query (self->sheet, "");
  koyomi_metric_sheet_set_kind (self->sheet, -1);
  koyomi_metric_sheet_set_status (self->sheet, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Returns: 0 for none */
gint64
koyomi_metric_cards_get_focus (KoyomiMetricCards *self)
{
  return koyomi_metric_flow_get_focus (self->grid);
}

gboolean
koyomi_metric_cards_go_to (KoyomiMetricCards *self,
                           gint64             metric)
{
  return koyomi_metric_flow_go_to (self->grid, metric);
}
