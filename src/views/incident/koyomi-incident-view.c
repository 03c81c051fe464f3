#include "koyomi-incident-view.h"

#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-export-dialog.h"
#include "koyomi-focus.h"
#include "koyomi-history-buttons.h"
#include "koyomi-incident-commands.h"
#include "koyomi-incident-filter-popover.h"
#include "koyomi-incident-grid.h"
#include "koyomi-incident-table.h"
#include "koyomi-incident-window.h"
#include "koyomi-new-incident-dialog.h"
#include "koyomi-ui.h"
#include "koyomi-view-keys.h"

#include <adwaita.h>

/* A lower view has the panel at its side. */
#define LEAST_HEIGHT 560

/* So much of the view the board keeps at least. */
#define LEAST_BOARD 180

/* Seconds after which ages and limits are shown anew. */
#define TICK 60

struct _KoyomiIncidentView
{
  GtkWidget             parent_instance;

  KoyomiWorkspace      *workspace;
  KoyomiIncidentSheet  *sheet;
  GtkWidget            *box;
  GtkWidget            *paned;
  GtkWidget            *pages;          /* board or table, or a word why there is nothing to see */
  GtkWidget            *grid;
  GtkWidget            *table;
  GtkWidget            *panel;          /* NULL until it is first shown */
  GtkWidget            *board_button;
  GtkWidget            *table_button;
  GtkWidget            *show;
  GtkWidget            *teams;
  GtkWidget            *filter_button;
  GtkWidget            *measures;       /* all, the first, or none, as there is room */
  GtkWidget            *measures_label;
  GtkWidget            *measure_label;
  GtkWidget            *search;
  GtkWidget            *new_button;
  GtkWidget            *panel_button;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *filter_bar;
  GtkWidget            *filter_label;
  GArray               *listed;         /* (element-type gint64): the teams of the drop-down behind the first, which is all */
  GtkEventController   *window_keys;    /* on the window as long as the view is seen */
  guint                 tick_id;
  guint                 turn_id;
  gboolean              is_table;
  gboolean              is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIncidentView, box),
  KOYOMI_UI_CHILD (KoyomiIncidentView, paned),
  KOYOMI_UI_CHILD (KoyomiIncidentView, pages),
  KOYOMI_UI_CHILD (KoyomiIncidentView, board_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, table_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, show),
  KOYOMI_UI_CHILD (KoyomiIncidentView, teams),
  KOYOMI_UI_CHILD (KoyomiIncidentView, filter_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, measures),
  KOYOMI_UI_CHILD (KoyomiIncidentView, measures_label),
  KOYOMI_UI_CHILD (KoyomiIncidentView, measure_label),
  KOYOMI_UI_CHILD (KoyomiIncidentView, search),
  KOYOMI_UI_CHILD (KoyomiIncidentView, new_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, panel_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, undo_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, redo_button),
  KOYOMI_UI_CHILD (KoyomiIncidentView, filter_bar),
  KOYOMI_UI_CHILD (KoyomiIncidentView, filter_label),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentView, koyomi_incident_view, GTK_TYPE_WIDGET)

static GSettings *
get_settings (KoyomiIncidentView *self)
{
  return koyomi_workspace_get_settings (self->workspace);
}

static GtkWidget *
get_content (KoyomiIncidentView *self)
{
  return self->is_table ? self->table : self->grid;
}

static void
append_team (KoyomiIncidentView *self,
             GtkStringList      *names,
             gint64              team,
             const char         *name)
{
  g_array_append_val (self->listed, team);
  gtk_string_list_append (names, name);
}

static void
update_teams (KoyomiIncidentView *self)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_TEAM, 0, 0,
                                                    koyomi_workspace_get_language (self->workspace), NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 wanted = koyomi_incident_sheet_get_filter (self->sheet)->team;
  guint shown = 0;

  g_array_set_size (self->listed, 0);
  append_team (self, names, 0, koyomi_workspace_tr (self->workspace, "All teams"));
  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      gint64 team = koyomi_record_get_id (g_ptr_array_index (teams, i));

      if (team == wanted)
        shown = i + 1;
      append_team (self, names, team, koyomi_record_get_title (g_ptr_array_index (teams, i)));
    }
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->teams), names, shown);
}

/* What the filter asks for, in words, and how much answers it. */
static void
update_filter_bar (KoyomiIncidentView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiIncidentFilter *filter = koyomi_incident_sheet_get_filter (self->sheet);
  guint n = koyomi_incident_sheet_get_order (self->sheet)->cards->len;
  GtkStringObject *team = filter->team != 0 ? gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->teams)) : NULL;
  g_autofree char *words = koyomi_incident_filter_describe (filter, team != NULL ? gtk_string_object_get_string (team) : NULL, language);
  g_autofree char *count = g_strdup_printf (koyomi_ntr (language, "%u incident", "%u incidents", n), n);
  g_autofree char *text = g_strdup_printf ("%s – %s", words, count);

  gtk_label_set_label (GTK_LABEL (self->filter_label), text);
  gtk_widget_set_tooltip_text (self->filter_label, text);
  gtk_widget_set_visible (self->filter_bar, !koyomi_incident_filter_is_empty (filter));
  if (koyomi_incident_filter_is_set (filter) || koyomi_incident_sheet_get_lanes (self->sheet) != KOYOMI_INCIDENT_LANES_NONE)
    gtk_widget_add_css_class (self->filter_button, "koyomi-active");
  else
    gtk_widget_remove_css_class (self->filter_button, "koyomi-active");
}

static void
append_measure (GString              *text,
                KoyomiMeasureSummary *summary,
                const char           *name,
                KoyomiLanguage        language)
{
  g_autofree char *length = NULL;

  if (summary->n == 0)
    return;

  length = koyomi_measure_format (summary->median, language);
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", name, length);
}

/* Of the fiscal year; how many stand behind the medians says the tooltip. */
static void
update_measures (KoyomiIncidentView *self)
{
  static const char * const names[] = { "TTD", "TTC", "TTR" };
  static const KoyomiMeasure measures[] = { KOYOMI_MEASURE_DETECT, KOYOMI_MEASURE_CONTAIN, KOYOMI_MEASURE_RECOVER };
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiIncidentBoard *board = koyomi_incident_sheet_get_board (self->sheet);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) tip = g_string_new (NULL);
  g_autofree char *name = koyomi_fiscal_year_format (year, language);

  for (guint i = 0; board != NULL && i < G_N_ELEMENTS (measures); i++)
    {
      KoyomiMeasureSummary summary;

      koyomi_incident_board_summarize (board, measures[i], koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), &summary);
      append_measure (text, &summary, names[i], language);
      if (i == 0)
        gtk_label_set_label (GTK_LABEL (self->measure_label), text->str);
      /* Translators: name of a measure, how many incidents have it, how many lack it */
      g_string_append_printf (tip, koyomi_tr (language, "%s: median of %u incidents, %u without these times"),
                              koyomi_measure_get_label (measures[i], language), summary.n, summary.n_excluded);
      g_string_append_c (tip, '\n');
    }
  if (text->len > 0)
    g_string_append_printf (text, " (%s)", name);
  g_string_append (tip, koyomi_tr (language, "Drills do not count."));
  gtk_label_set_label (GTK_LABEL (self->measures_label), text->str);
  gtk_widget_set_tooltip_text (self->measures, tip->str);
}

static const char *
name_page (KoyomiIncidentView *self)
{
  if (koyomi_incident_sheet_count (self->sheet) == 0)
    return "empty";
  if (koyomi_incident_sheet_get_order (self->sheet)->cards->len == 0 &&
      !koyomi_incident_filter_is_empty (koyomi_incident_sheet_get_filter (self->sheet)))
    return "nothing";

  return self->is_table ? "table" : "board";
}

/* The keyboard stays with the selected incident, where GtkStack would give it to the first. */
static void
show_page (KoyomiIncidentView *self)
{
  const char *page = name_page (self);
  const char *before = gtk_stack_get_visible_child_name (GTK_STACK (self->pages));
  gboolean focused = g_strcmp0 (before, page) != 0 && koyomi_focus_is_in (self->pages);

  if (self->is_table && self->table == NULL)
    {
      self->table = koyomi_incident_table_new (self->sheet);
      gtk_stack_add_named (GTK_STACK (self->pages), self->table, "table");
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), page);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
lines_changed_cb (KoyomiIncidentView *self)
{
  const KoyomiIncidentFilter *filter = koyomi_incident_sheet_get_filter (self->sheet);

  self->is_updating = TRUE;
  update_teams (self);
  update_filter_bar (self);
  update_measures (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->show), filter->all);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search)), filter->search))
    gtk_editable_set_text (GTK_EDITABLE (self->search), filter->search);
  show_page (self);
  self->is_updating = FALSE;
}

static void
selection_changed_cb (KoyomiIncidentView *self)
{
  if (self->panel != NULL)
    koyomi_incident_panel_set_incident (KOYOMI_INCIDENT_PANEL (self->panel), koyomi_incident_sheet_get_selected (self->sheet));
}

static void
set_table (KoyomiIncidentView *self,
           gboolean            is_table)
{
  if (self->is_updating || self->is_table == is_table)
    return;

  self->is_updating = TRUE;
  self->is_table = is_table;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (is_table ? self->table_button : self->board_button), TRUE);
  show_page (self);
  g_settings_set_string (get_settings (self), "incident-view", is_table ? "table" : "board");
  self->is_updating = FALSE;
}

static void
table_toggled_cb (KoyomiIncidentView *self)
{
  set_table (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button)));
}

static void
show_selected_cb (KoyomiIncidentView *self)
{
  if (!self->is_updating)
    koyomi_incident_sheet_set_all (self->sheet, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->show)) == 1);
}

static void
team_selected_cb (KoyomiIncidentView *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->teams));
  g_autoptr(KoyomiIncidentFilter) filter = NULL;

  if (self->is_updating || index >= self->listed->len)
    return;

  filter = koyomi_incident_filter_copy (koyomi_incident_sheet_get_filter (self->sheet));
  filter->team = g_array_index (self->listed, gint64, index);
  koyomi_incident_sheet_set_filter (self->sheet, filter);
}

static void
searched_cb (KoyomiIncidentView *self)
{
  if (!self->is_updating)
    koyomi_incident_sheet_set_search (self->sheet, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_left_cb (KoyomiIncidentView *self)
{
  koyomi_incident_sheet_set_search (self->sheet, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Goes on to what was found, which may not be shown yet. */
static void
search_entered_cb (KoyomiIncidentView *self)
{
  searched_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The popover is made when it is first asked for. */
static void
make_filter_cb (GtkMenuButton *button,
                gpointer       data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, koyomi_incident_filter_popover_new (KOYOMI_INCIDENT_VIEW (data)->sheet));
}

static gboolean
is_panel_shown (KoyomiIncidentView *self)
{
  return self->panel != NULL && gtk_widget_get_visible (self->panel);
}

static const char *
get_size_key (KoyomiIncidentView *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL ? "incident-panel-height"
                                                                                                  : "incident-panel-width";
}

static int
get_paned_size (KoyomiIncidentView *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL
         ? gtk_widget_get_height (self->paned) : gtk_widget_get_width (self->paned);
}

/* Gives the panel the size that it had last. */
static void
place_panel (KoyomiIncidentView *self)
{
  int size = get_paned_size (self);
  int wanted = g_settings_get_int (get_settings (self), get_size_key (self));

  if (!is_panel_shown (self) || size <= 0)
    return;

  self->is_updating = TRUE;
  gtk_paned_set_position (GTK_PANED (self->paned), MAX (size - wanted, MIN (LEAST_BOARD, size / 2)));
  self->is_updating = FALSE;
}

/* Only what a person draws is kept: not what a lower window makes of it. */
static void
position_changed_cb (KoyomiIncidentView *self)
{
  int size = get_paned_size (self) - gtk_paned_get_position (GTK_PANED (self->paned));

  if (!self->is_updating && is_panel_shown (self) && gtk_widget_get_mapped (self->panel) && size > 60)
    g_settings_set_int (get_settings (self), get_size_key (self), size);
}

static void
show_panel (KoyomiIncidentView *self,
            gboolean            shown)
{
  if (shown && self->panel == NULL)
    {
      self->panel = koyomi_incident_panel_new (self->workspace);
      gtk_paned_set_end_child (GTK_PANED (self->paned), self->panel);
      koyomi_incident_panel_set_orientation (KOYOMI_INCIDENT_PANEL (self->panel),
                                             gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL
                                             ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
      selection_changed_cb (self);
    }
  if (self->panel != NULL)
    gtk_widget_set_visible (self->panel, shown);
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->panel_button), shown);
  self->is_updating = FALSE;
  g_settings_set_boolean (get_settings (self), "incident-panel-visible", shown);
  place_panel (self);
}

static void
panel_toggled_cb (KoyomiIncidentView *self)
{
  if (!self->is_updating)
    show_panel (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->panel_button)));
}

/* Below the board, or at its side where the window is low. Not while the window is being laid out. */
static gboolean
turn_cb (gpointer data)
{
  KoyomiIncidentView *self = data;
  GtkOrientation wanted = gtk_widget_get_height (GTK_WIDGET (self)) < LEAST_HEIGHT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  self->turn_id = 0;
  self->is_updating = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), wanted);
  if (self->panel != NULL)
    koyomi_incident_panel_set_orientation (KOYOMI_INCIDENT_PANEL (self->panel), wanted == GTK_ORIENTATION_VERTICAL
                                           ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  self->is_updating = FALSE;
  place_panel (self);

  return G_SOURCE_REMOVE;
}

static void
koyomi_incident_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);
  gboolean is_low = height < LEAST_HEIGHT;
  gboolean is_beside = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_HORIZONTAL;
  int before = get_paned_size (self);

  self->is_updating = TRUE;
  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  self->is_updating = FALSE;
  if ((is_low != is_beside || get_paned_size (self) != before) && self->turn_id == 0)
    self->turn_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, turn_cb, self, NULL);
}

static void
koyomi_incident_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (KOYOMI_INCIDENT_VIEW (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
tick_cb (gpointer data)
{
  koyomi_incident_sheet_tick (KOYOMI_INCIDENT_VIEW (data)->sheet);

  return G_SOURCE_CONTINUE;
}

static gboolean
new_cb (GtkWidget *window,
        GVariant  *arguments,
        gpointer   data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "incident.new", NULL);

  return TRUE;
}

/* Ctrl+N is new in what is seen: an incident here, before the window makes it a new plan. */
static void
take_window_keys (KoyomiIncidentView *self)
{
  self->window_keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (self->window_keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (self->window_keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (new_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->window_keys);
}

/* The keys of the board work from the start, and when it is made anew in another language. */
static void
koyomi_incident_view_map (GtkWidget *widget)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);

  koyomi_incident_sheet_set_live (self->sheet, TRUE);
  GTK_WIDGET_CLASS (koyomi_incident_view_parent_class)->map (widget);
  take_window_keys (self);
  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
  self->tick_id = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
stop (KoyomiIncidentView *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->turn_id, g_source_remove);
}

static void
koyomi_incident_view_unmap (GtkWidget *widget)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);

  stop (self);
  if (self->window_keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), g_steal_pointer (&self->window_keys));
  koyomi_incident_sheet_set_live (self->sheet, FALSE);
  GTK_WIDGET_CLASS (koyomi_incident_view_parent_class)->unmap (widget);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  koyomi_new_incident_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), KOYOMI_INCIDENT_VIEW (widget)->sheet);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);

  show_panel (self, TRUE);
  gtk_widget_child_focus (self->panel, GTK_DIR_TAB_FORWARD);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);
  const KoyomiExportRequest request = {
    .report = KOYOMI_EXPORT_REPORT_INCIDENTS,
    .incident = koyomi_incident_sheet_get_selected (self->sheet),
  };

  koyomi_export_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, &request);
}

static void
open_window_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KoyomiIncidentSheet *sheet = KOYOMI_INCIDENT_VIEW (widget)->sheet;

  if (koyomi_incident_sheet_get_selected (sheet) != 0)
    koyomi_incident_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), sheet);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (KOYOMI_INCIDENT_VIEW (widget)->search);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (KOYOMI_INCIDENT_VIEW (widget)->filter_button));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  koyomi_incident_sheet_clear_filter (KOYOMI_INCIDENT_VIEW (widget)->sheet);
}

static void
toggle_panel_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);

  if (is_panel_shown (self) && koyomi_focus_is_in (self->panel))
    gtk_widget_grab_focus (widget);
  show_panel (self, !is_panel_shown (self));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  koyomi_incident_sheet_set_all (KOYOMI_INCIDENT_VIEW (widget)->sheet, g_str_equal (g_variant_get_string (parameter, NULL), "all"));
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  set_table (KOYOMI_INCIDENT_VIEW (widget), g_str_equal (g_variant_get_string (parameter, NULL), "table"));
  gtk_widget_grab_focus (widget);
}

static void
set_lanes_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiIncidentLanes lanes;

  if (koyomi_incident_lanes_from_nick (g_variant_get_string (parameter, NULL), &lanes))
    koyomi_incident_sheet_set_lanes (KOYOMI_INCIDENT_VIEW (widget)->sheet, lanes);
}

static gboolean
koyomi_incident_view_grab_focus (GtkWidget *widget)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (widget);
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (self->pages));

  if (g_str_equal (page, "board") || g_str_equal (page, "table"))
    return gtk_widget_grab_focus (get_content (self));

  return gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
}

static void
koyomi_incident_view_dispose (GObject *object)
{
  KoyomiIncidentView *self = KOYOMI_INCIDENT_VIEW (object);

  stop (self);
  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_view_parent_class)->dispose (object);
}

static void
koyomi_incident_view_finalize (GObject *object)
{
  g_array_unref (KOYOMI_INCIDENT_VIEW (object)->listed);

  G_OBJECT_CLASS (koyomi_incident_view_parent_class)->finalize (object);
}

static const KoyomiViewKey view_keys[] = {
  { GDK_KEY_Insert, 0, "incident.new" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "incident.export" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "incident.search" },
  { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "incident.filter" },
  { GDK_KEY_F4, 0, "incident.toggle-panel" },
};

static void
koyomi_incident_view_class_init (KoyomiIncidentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_incident_view_finalize;
  widget_class->measure = koyomi_incident_view_measure;
  widget_class->size_allocate = koyomi_incident_view_size_allocate;
  widget_class->map = koyomi_incident_view_map;
  widget_class->unmap = koyomi_incident_view_unmap;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_incident_view_grab_focus;

  koyomi_incident_commands_install (widget_class);
  gtk_widget_class_install_action (widget_class, "incident.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "incident.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "incident.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "incident.open-window", NULL, open_window_action);
  gtk_widget_class_install_action (widget_class, "incident.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "incident.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "incident.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "incident.toggle-panel", NULL, toggle_panel_action);
  gtk_widget_class_install_action (widget_class, "incident.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "incident.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "incident.set-lanes", "s", set_lanes_action);
}

static void
koyomi_incident_view_init (KoyomiIncidentView *self)
{
  self->listed = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* AdwButtonContent has the button called by what it shows, once both are in the window. */
static void
button_rooted_cb (GtkWidget *button)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
connect_signals (KoyomiIncidentView *self)
{
  g_signal_connect (self->new_button, "notify::root", G_CALLBACK (button_rooted_cb), NULL);
  g_signal_connect_object (self->sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (table_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "notify::selected", G_CALLBACK (show_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->teams, "notify::selected", G_CALLBACK (team_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel_button, "toggled", G_CALLBACK (panel_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_left_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter_button), make_filter_cb, self, NULL);
}

static void
restore (KoyomiIncidentView *self)
{
  g_autofree char *kind = g_settings_get_string (get_settings (self), "incident-view");

  self->is_table = g_str_equal (kind, "table");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->is_table ? self->table_button : self->board_button), TRUE);
  if (g_settings_get_boolean (get_settings (self), "incident-panel-visible"))
    show_panel (self, TRUE);
}

GtkWidget *
koyomi_incident_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentView *self = g_object_new (KOYOMI_TYPE_INCIDENT_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->sheet = koyomi_incident_sheet_new (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_INCIDENT_VIEW, "koyomi-incident-view", koyomi_workspace_get_language (workspace), children);

  koyomi_drop_down_let_shrink (GTK_DROP_DOWN (self->teams));
  self->grid = koyomi_incident_grid_new (self->sheet);
  gtk_stack_add_named (GTK_STACK (self->pages), self->grid, "board");
  koyomi_incident_commands_attach (GTK_WIDGET (self), self->sheet);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "incident.new", koyomi_workspace_can_edit (workspace));
  koyomi_history_buttons_attach (self->undo_button, self->redo_button, workspace);
  koyomi_view_keys_attach (GTK_WIDGET (self), view_keys, G_N_ELEMENTS (view_keys));
  restore (self);
  connect_signals (self);
  lines_changed_cb (self);

  return GTK_WIDGET (self);
}

/* Shows what @other shows of the same plan. */
void
koyomi_incident_view_take_over (KoyomiIncidentView *self,
                                KoyomiIncidentView *other)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_VIEW (self));
  g_return_if_fail (KOYOMI_IS_INCIDENT_VIEW (other));

  koyomi_incident_sheet_take_over (self->sheet, other->sheet);
}

/* Selects an incident, whatever the filter is. */
void
koyomi_incident_view_show (KoyomiIncidentView *self,
                           gint64              incident)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_VIEW (self));

  koyomi_incident_sheet_reveal (self->sheet, incident);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Puts the focus into the panel. Returns: FALSE where it is there already, or the panel is hidden */
gboolean
koyomi_incident_view_go_to_panel (KoyomiIncidentView *self)
{
  g_return_val_if_fail (KOYOMI_IS_INCIDENT_VIEW (self), FALSE);

  if (!is_panel_shown (self) || koyomi_focus_is_in (self->panel))
    return FALSE;

  return gtk_widget_child_focus (self->panel, GTK_DIR_TAB_FORWARD);
}
