#include "koyomi-composite-dialog.h"
#include "koyomi-metric-view.h"

#include "koyomi-chart-look.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-export-dialog.h"
#include "koyomi-focus.h"
#include "koyomi-history-buttons.h"
#include "koyomi-metric-board.h"
#include "koyomi-metric-cards.h"
#include "koyomi-metric-entry-window.h"
#include "koyomi-metric-page.h"
#include "koyomi-metric-rows-window.h"
#include "koyomi-metric-window.h"
#include "koyomi-quarter-window.h"
#include "koyomi-tiles-dialog.h"
#include "koyomi-ui.h"
#include "koyomi-view-keys.h"

#include <adwaita.h>

/* Quarters that are offered, back from the one of today. */
#define N_QUARTERS 12

/* From how large a text on the header bar has no room for the longest label. */
#define LARGE_TEXT 1.6

struct _KoyomiMetricView
{
  GtkWidget          parent_instance;

  KoyomiWorkspace   *workspace;
  KoyomiMetricSheet *sheet;
  GtkWidget         *box;
  GtkWidget         *quarters;
  GtkWidget         *scales[KOYOMI_N_METRIC_SCALES];
  GtkWidget         *month_button;
  GtkWidget         *quarter_button;
  GtkWidget         *year_button;
  GtkWidget         *all_button;
  GtkWidget         *board_button;
  GtkWidget         *enter_button;
  GtkWidget         *undo_button;
  GtkWidget         *redo_button;
  GtkWidget         *pages;

  GtkWidget         *cards;         /* each NULL until it is first shown */
  GtkWidget         *board;
  GtkWidget         *page;
  guint              n_offered;
  int                offered[N_QUARTERS];    /* the year times four and the quarter from 0 */
  gboolean           is_updating;
  gboolean           wants_focus;   /* as soon as there is something to give it to */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricView, box),
  KOYOMI_UI_CHILD (KoyomiMetricView, quarters),
  KOYOMI_UI_CHILD (KoyomiMetricView, month_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, quarter_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, year_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, all_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, board_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, enter_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, undo_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, redo_button),
  KOYOMI_UI_CHILD (KoyomiMetricView, pages),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricView, koyomi_metric_view, GTK_TYPE_WIDGET)

static GtkWindow *
get_window (KoyomiMetricView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const char *
get_page (KoyomiMetricView *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (self->pages));
}

static gboolean
is_page (KoyomiMetricView *self,
         const char       *name)
{
  return g_strcmp0 (get_page (self), name) == 0;
}

static gboolean
has_focus (KoyomiMetricView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->pages);
}

static void
update_actions (KoyomiMetricView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);

  gtk_widget_action_set_enabled (widget, "metric.back", is_page (self, "one"));
  gtk_widget_action_set_enabled (widget, "metric.search", is_page (self, "all") || is_page (self, "one"));
  gtk_widget_action_set_enabled (widget, "metric.tiles", can_edit);
  gtk_widget_action_set_enabled (widget, "metric.new", can_edit);
  gtk_widget_action_set_enabled (widget, "metric.new-composite", can_edit);
  gtk_widget_action_set_enabled (widget, "metric.weigh", can_edit);
  gtk_widget_action_set_enabled (widget, "metric.remove-tile", can_edit && is_page (self, "board"));
  gtk_widget_action_set_enabled (widget, "metric.move-earlier", can_edit && is_page (self, "board"));
  gtk_widget_action_set_enabled (widget, "metric.move-later", can_edit && is_page (self, "board"));
}

/* The page is made when it is first wanted. */
static GtkWidget *
demand_page (KoyomiMetricView *self,
             GtkWidget       **page,
             GtkWidget      *(*create) (KoyomiMetricSheet *sheet),
             const char       *name)
{
  if (*page == NULL)
    {
      *page = create (self->sheet);
      gtk_stack_add_named (GTK_STACK (self->pages), *page, name);
    }

  return *page;
}

static void
show_page (KoyomiMetricView *self,
           const char       *name)
{
  gboolean had_focus = has_focus (self);

  if (g_str_equal (name, "board"))
    demand_page (self, &self->board, koyomi_metric_board_new, name);
  else if (g_str_equal (name, "all"))
    demand_page (self, &self->cards, koyomi_metric_cards_new, name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), name);

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (g_str_equal (name, "board") ? self->board_button : self->all_button), TRUE);
  self->is_updating = FALSE;
  update_actions (self);
  if (had_focus)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->pages)));
}

/* What is shown once there is something to show. */
static void
lines_cb (KoyomiMetricView *self)
{
  gboolean is_empty = koyomi_metric_sheet_get_lines (self->sheet)->len == 0;

  if (!koyomi_metric_sheet_is_ready (self->sheet))
    return;
  if (is_empty)
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "empty");
  else if (is_page (self, "empty") || is_page (self, "reading"))
    show_page (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->board_button)) ? "board" : "all");
  else if (is_page (self, "one") && koyomi_metric_sheet_find (self->sheet, koyomi_metric_page_get_metric (KOYOMI_METRIC_PAGE (self->page))) == NULL)
    show_page (self, "all");
  update_actions (self);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static KoyomiFiscalYear
get_offered_year (KoyomiMetricView *self,
                  guint             index)
{
  KoyomiFiscalYear year = koyomi_metric_sheet_get_year (self->sheet);

  year.year = self->offered[index] / 4;

  return year;
}

/* Back from the quarter of today. */
static void
offer_quarters (KoyomiMetricView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());
  int now = year.year * 4 + koyomi_fiscal_year_get_quarter (year, koyomi_day_today ()) - 1;
  int shown = koyomi_metric_sheet_get_year (self->sheet).year * 4 + koyomi_metric_sheet_get_quarter (self->sheet) - 1;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->n_offered = N_QUARTERS;
  for (guint i = 0; i < N_QUARTERS; i++)
    {
      g_autofree char *year_name = NULL;
      g_autofree char *quarter_name = NULL;
      g_autofree char *name = NULL;

      self->offered[i] = now - (int) i;
      year_name = koyomi_fiscal_year_format (get_offered_year (self, i), language);
      quarter_name = koyomi_fiscal_year_format_quarter (year, self->offered[i] % 4 + 1, language);
      name = g_strdup_printf ("%s %s", year_name, quarter_name);
      gtk_string_list_append (names, name);
    }
  self->is_updating = TRUE;
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->quarters), names, CLAMP (now - shown, 0, N_QUARTERS - 1));
  self->is_updating = FALSE;
}

static void
quarter_cb (KoyomiMetricView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->quarters));

  if (!self->is_updating && selected < self->n_offered)
    koyomi_metric_sheet_set_quarter (self->sheet, get_offered_year (self, selected), self->offered[selected] % 4 + 1);
}

static void
scale_cb (KoyomiMetricView *self,
          GtkToggleButton  *button)
{
  if (self->is_updating || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < KOYOMI_N_METRIC_SCALES; i++)
    if (self->scales[i] == GTK_WIDGET (button))
      koyomi_metric_sheet_set_scale (self->sheet, i);
}

static void
page_cb (KoyomiMetricView *self,
         GtkToggleButton  *button)
{
  if (!self->is_updating && gtk_toggle_button_get_active (button) && !is_page (self, "empty") && !is_page (self, "reading"))
    show_page (self, GTK_WIDGET (button) == self->board_button ? "board" : "all");
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  koyomi_metric_view_show (KOYOMI_METRIC_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
rows_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);
  gint64 metric;
  guint32 first_day, last_day;

  g_variant_get (parameter, "(xuu)", &metric, &first_day, &last_day);
  koyomi_metric_rows_window_present (get_window (self), self->workspace, metric, first_day, last_day);
}

/* Returns: the metric that is shown, or whose card has the focus; 0 for none */
static gint64
get_metric (KoyomiMetricView *self)
{
  if (is_page (self, "one"))
    return koyomi_metric_page_get_metric (KOYOMI_METRIC_PAGE (self->page));
  if (is_page (self, "all"))
    return koyomi_metric_cards_get_focus (KOYOMI_METRIC_CARDS (self->cards));

  return is_page (self, "board") ? koyomi_metric_board_get_focus (KOYOMI_METRIC_BOARD (self->board)) : 0;
}

static void
show_rows_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);
  guint32 first_day = koyomi_fiscal_year_get_month_first (koyomi_metric_sheet_get_year (self->sheet),
                                                          (koyomi_metric_sheet_get_quarter (self->sheet) - 1) * 3);
  gint64 metric = get_metric (self);

  if (metric != 0)
    koyomi_metric_rows_window_present (get_window (self), self->workspace, metric, first_day, koyomi_day_add_months (first_day, 3) - 1);
}

/* To the card that the page was of. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);
  gint64 metric = koyomi_metric_page_get_metric (KOYOMI_METRIC_PAGE (self->page));

  koyomi_workspace_flush (self->workspace);
  show_page (self, "all");
  if (!koyomi_metric_cards_go_to (KOYOMI_METRIC_CARDS (self->cards), metric))
    gtk_widget_grab_focus (self->cards);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  if (!is_page (self, "empty") && !is_page (self, "reading"))
    show_page (self, g_str_equal (g_variant_get_string (parameter, NULL), "board") ? "board" : "all");
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  show_page (self, "all");
  koyomi_metric_cards_search (KOYOMI_METRIC_CARDS (self->cards));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  if (self->cards != NULL)
    koyomi_metric_cards_clear_filter (KOYOMI_METRIC_CARDS (self->cards));
}

static void
tiles_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  koyomi_workspace_flush (self->workspace);
  koyomi_tiles_dialog_present (get_window (self), self->workspace);
}

static void
remove_tile_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  koyomi_metric_board_remove (KOYOMI_METRIC_BOARD (KOYOMI_METRIC_VIEW (widget)->board));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  koyomi_metric_board_move (KOYOMI_METRIC_BOARD (KOYOMI_METRIC_VIEW (widget)->board), g_str_equal (name, "metric.move-later") ? 1 : -1);
}

static void
close_quarter_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  koyomi_quarter_window_present (get_window (self), self->workspace, koyomi_metric_sheet_get_year (self->sheet),
                                 koyomi_metric_sheet_get_quarter (self->sheet));
}

static void
enter_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  koyomi_workspace_flush (self->workspace);
  koyomi_metric_entry_window_present (get_window (self), self->workspace, get_metric (self));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  koyomi_workspace_flush (self->workspace);
  koyomi_metric_window_present (get_window (self), self->workspace, 0);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);
  gint64 metric = get_metric (self);

  if (metric == 0)
    return;

  koyomi_workspace_flush (self->workspace);
  koyomi_metric_window_present (get_window (self), self->workspace, metric);
}

static void
new_composite_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  koyomi_workspace_flush (self->workspace);
  koyomi_composite_dialog_present (widget, self->workspace, 0);
}

static void
weigh_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  koyomi_workspace_flush (self->workspace);
  koyomi_composite_dialog_present (widget, self->workspace, get_metric (self));
}

/* What is shown: the quarter, and of a page of one metric that one. */
static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);
  const KoyomiExportRequest request = {
    .report = KOYOMI_EXPORT_REPORT_METRICS,
    .day = koyomi_fiscal_year_get_month_first (koyomi_metric_sheet_get_year (self->sheet), (koyomi_metric_sheet_get_quarter (self->sheet) - 1) * 3),
    .metric = is_page (self, "one") ? get_metric (self) : 0,
  };

  koyomi_workspace_flush (self->workspace);
  koyomi_export_dialog_present (get_window (self), self->workspace, &request);
}

static gboolean
koyomi_metric_view_grab_focus (GtkWidget *widget)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  self->wants_focus = is_page (self, "reading");
  if (self->wants_focus)
    return TRUE;

  return gtk_widget_grab_focus (page) || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* With large texts the bar would be wider than a screen. */
static void
fit_header (KoyomiMetricView *self)
{
  GtkButton *button = GTK_BUTTON (self->enter_button);

  if (koyomi_chart_look_get_scale (GTK_WIDGET (self)) >= LARGE_TEXT)
    gtk_button_set_icon_name (button, "document-edit-symbolic");
  else
    gtk_button_set_label (button, koyomi_workspace_tr (self->workspace, "Enter Values…"));
}

static void
koyomi_metric_view_map (GtkWidget *widget)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (widget);

  fit_header (self);
  offer_quarters (self);
  koyomi_metric_sheet_set_seen (self->sheet, TRUE);
  GTK_WIDGET_CLASS (koyomi_metric_view_parent_class)->map (widget);
}

static void
koyomi_metric_view_unmap (GtkWidget *widget)
{
  koyomi_metric_sheet_set_seen (KOYOMI_METRIC_VIEW (widget)->sheet, FALSE);
  GTK_WIDGET_CLASS (koyomi_metric_view_parent_class)->unmap (widget);
}

static void
koyomi_metric_view_dispose (GObject *object)
{
  KoyomiMetricView *self = KOYOMI_METRIC_VIEW (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_metric_view_parent_class)->dispose (object);
}

static const KoyomiViewKey view_keys[] = {
  { GDK_KEY_Insert, 0, "metric.new" },
  { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "metric.enter" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "metric.export" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "metric.search" },
  { GDK_KEY_r, GDK_CONTROL_MASK, "metric.show-rows" },
  { GDK_KEY_Left, GDK_ALT_MASK, "metric.back" },
};

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "metric.open", "x", open_action);
  gtk_widget_class_install_action (class, "metric.rows", "(xuu)", rows_action);
  gtk_widget_class_install_action (class, "metric.show-rows", NULL, show_rows_action);
  gtk_widget_class_install_action (class, "metric.back", NULL, back_action);
  gtk_widget_class_install_action (class, "metric.page", "s", page_action);
  gtk_widget_class_install_action (class, "metric.search", NULL, search_action);
  gtk_widget_class_install_action (class, "metric.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (class, "metric.tiles", NULL, tiles_action);
  gtk_widget_class_install_action (class, "metric.remove-tile", NULL, remove_tile_action);
  gtk_widget_class_install_action (class, "metric.move-earlier", NULL, move_action);
  gtk_widget_class_install_action (class, "metric.move-later", NULL, move_action);
  gtk_widget_class_install_action (class, "metric.close-quarter", NULL, close_quarter_action);
  gtk_widget_class_install_action (class, "metric.enter", NULL, enter_action);
  gtk_widget_class_install_action (class, "metric.new", NULL, new_action);
  gtk_widget_class_install_action (class, "metric.edit", NULL, edit_action);
  gtk_widget_class_install_action (class, "metric.new-composite", NULL, new_composite_action);
  gtk_widget_class_install_action (class, "metric.weigh", NULL, weigh_action);
  gtk_widget_class_install_action (class, "metric.export", NULL, export_action);
}

static void
koyomi_metric_view_class_init (KoyomiMetricViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_view_dispose;
  widget_class->map = koyomi_metric_view_map;
  widget_class->unmap = koyomi_metric_view_unmap;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_metric_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "metric.back", NULL);
}

static void
koyomi_metric_view_init (KoyomiMetricView *self)
{
}

static void
connect_signals (KoyomiMetricView *self)
{
  for (guint i = 0; i < KOYOMI_N_METRIC_SCALES; i++)
    g_signal_connect_object (self->scales[i], "toggled", G_CALLBACK (scale_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quarters, "notify::selected", G_CALLBACK (quarter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all_button, "toggled", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board_button, "toggled", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "lines", G_CALLBACK (lines_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_metric_view_new (KoyomiWorkspace *workspace)
{
  KoyomiMetricView *self = g_object_new (KOYOMI_TYPE_METRIC_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->sheet = koyomi_metric_sheet_new (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_VIEW, "koyomi-metric-view", koyomi_workspace_get_language (workspace), children);
  self->scales[KOYOMI_METRIC_BY_MONTH] = self->month_button;
  self->scales[KOYOMI_METRIC_BY_QUARTER] = self->quarter_button;
  self->scales[KOYOMI_METRIC_BY_YEAR] = self->year_button;
  koyomi_history_buttons_attach (self->undo_button, self->redo_button, workspace);
  koyomi_view_keys_attach (GTK_WIDGET (self), view_keys, G_N_ELEMENTS (view_keys));
  offer_quarters (self);
  connect_signals (self);
  update_actions (self);

  return GTK_WIDGET (self);
}

/* Shows what @other shows of the same plan. */
void
koyomi_metric_view_take_over (KoyomiMetricView *self,
                              KoyomiMetricView *other)
{
  KoyomiMetricScale scale;

  g_return_if_fail (KOYOMI_IS_METRIC_VIEW (self) && KOYOMI_IS_METRIC_VIEW (other));

  scale = koyomi_metric_sheet_get_scale (other->sheet);
  koyomi_metric_sheet_set_quarter (self->sheet, koyomi_metric_sheet_get_year (other->sheet), koyomi_metric_sheet_get_quarter (other->sheet));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->scales[scale]), TRUE);
  if (is_page (other, "board"))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->board_button), TRUE);
  else if (is_page (other, "one"))
    koyomi_metric_view_show (self, koyomi_metric_page_get_metric (KOYOMI_METRIC_PAGE (other->page)));
  offer_quarters (self);
}

/* The page of one metric. */
void
koyomi_metric_view_show (KoyomiMetricView *self,
                         gint64            metric)
{
  g_return_if_fail (KOYOMI_IS_METRIC_VIEW (self));

  koyomi_metric_page_set_metric (KOYOMI_METRIC_PAGE (demand_page (self, &self->page, koyomi_metric_page_new, "one")), metric);
  show_page (self, "one");
  gtk_widget_grab_focus (self->page);
}
