#include "koyomi-calendar-view.h"

#include "koyomi-baseline-ghosts.h"
#include "koyomi-calendar-commands.h"
#include "koyomi-calendar-dialogs.h"
#include "koyomi-calendar-grid.h"
#include "koyomi-calendar-legend.h"
#include "koyomi-calendar-walk.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-filter-popover.h"
#include "koyomi-flap-memory.h"
#include "koyomi-focus.h"
#include "koyomi-history-buttons.h"
#include "koyomi-run-inspector.h"
#include "koyomi-ui.h"
#include "koyomi-view-keys.h"

#include <adwaita.h>

struct _KoyomiCalendarView
{
  GtkWidget            parent_instance;

  KoyomiWorkspace     *workspace;
  KoyomiRunSelection  *selection;
  KoyomiCalendarSheet *sheet;
  GtkWidget           *box;
  GtkWidget           *flap;
  GtkWidget           *grid;
  GtkWidget           *pages;          /* the grid, or a word why there is nothing to see */
  GtkWidget           *closed_bar;
  GtkWidget           *filter_bar;
  GtkWidget           *filter_label;
  GtkWidget           *years;
  GtkWidget           *zooms;
  GtkWidget           *zoom_button;   /* in their place where the window is narrow */
  GtkWidget           *filter_button;
  GtkWidget           *search;
  GtkWidget           *inspector_button;
  GtkWidget           *inspector;      /* NULL until it is first shown */
  GtkWidget           *undo_button;
  GtkWidget           *redo_button;
  GtkWidget           *zoom_buttons[KOYOMI_N_ZOOMS];
  GArray              *listed_years;   /* (element-type int): those of the drop-down */
  gboolean             is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiCalendarView, box),
  KOYOMI_UI_CHILD (KoyomiCalendarView, flap),
  KOYOMI_UI_CHILD (KoyomiCalendarView, pages),
  KOYOMI_UI_CHILD (KoyomiCalendarView, closed_bar),
  KOYOMI_UI_CHILD (KoyomiCalendarView, filter_bar),
  KOYOMI_UI_CHILD (KoyomiCalendarView, filter_label),
  KOYOMI_UI_CHILD (KoyomiCalendarView, years),
  KOYOMI_UI_CHILD (KoyomiCalendarView, zooms),
  KOYOMI_UI_CHILD (KoyomiCalendarView, zoom_button),
  KOYOMI_UI_CHILD (KoyomiCalendarView, filter_button),
  KOYOMI_UI_CHILD (KoyomiCalendarView, search),
  KOYOMI_UI_CHILD (KoyomiCalendarView, inspector_button),
  KOYOMI_UI_CHILD (KoyomiCalendarView, undo_button),
  KOYOMI_UI_CHILD (KoyomiCalendarView, redo_button),
  KOYOMI_UI_END
};

/* As the setting calendar-zoom names them. */
static const char *const zoom_nicks[KOYOMI_N_ZOOMS] = { "year", "half", "quarter", "month", "week" };

static const char *const zoom_labels[KOYOMI_N_ZOOMS] = { N_("Year"), N_("Half"), N_("Quarter"), N_("Month"), N_("Week") };

G_DEFINE_FINAL_TYPE (KoyomiCalendarView, koyomi_calendar_view, GTK_TYPE_WIDGET)

static KoyomiCalendarRows *
get_rows (KoyomiCalendarView *self)
{
  return koyomi_calendar_grid_get_rows (KOYOMI_CALENDAR_GRID (self->grid));
}

/* The day that zooming keeps in view: the focused run's, else today's, else the middle of what is seen. */
static guint32
get_zoom_day (KoyomiCalendarView *self)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (self->sheet)->time;
  guint32 first_day = koyomi_time_scale_get_first_visible (time);
  guint32 last_day = koyomi_time_scale_get_last_visible (time);
  guint32 today = koyomi_day_today ();
  const KoyomiBar *bar;

  if (koyomi_calendar_sheet_find_run (self->sheet, koyomi_run_selection_get_focus (self->selection), NULL, &bar))
    return bar->first_day;

  return today >= first_day && today <= last_day ? today : first_day + (last_day - first_day) / 2;
}

static void
set_zoom (KoyomiCalendarView *self,
          KoyomiZoom          zoom)
{
  const KoyomiBar *bar;

  koyomi_calendar_sheet_set_zoom (self->sheet, zoom, get_zoom_day (self));
  if (koyomi_calendar_sheet_find_run (self->sheet, koyomi_run_selection_get_focus (self->selection), NULL, &bar))
    koyomi_calendar_sheet_show_days (self->sheet, bar->first_day, bar->last_day);
  g_settings_set_string (koyomi_workspace_get_settings (self->workspace), "calendar-zoom", zoom_nicks[zoom]);
}

static void
zoom_toggled_cb (KoyomiCalendarView *self,
                 GtkToggleButton    *button)
{
  if (self->is_updating || !gtk_toggle_button_get_active (button))
    return;

  for (int i = 0; i < KOYOMI_N_ZOOMS; i++)
    if (self->zoom_buttons[i] == GTK_WIDGET (button))
      set_zoom (self, i);
}

static void
time_changed_cb (KoyomiCalendarView *self)
{
  KoyomiZoom zoom = koyomi_time_scale_get_zoom (&koyomi_calendar_sheet_get_timeline (self->sheet)->time);
  const char *label = koyomi_workspace_tr (self->workspace, zoom_labels[zoom]);

  /* A menu button makes its label anew even if it is the same, and this comes with every frame while one pans. */
  if (g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (self->zoom_button)), label) == 0)
    return;

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->zoom_buttons[zoom]), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->zoom_button), label);
  self->is_updating = FALSE;
}

static void
make_zoom_menu_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  KoyomiCalendarView *self = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();

  for (int i = 0; i < KOYOMI_N_ZOOMS; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (koyomi_workspace_tr (self->workspace, zoom_labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "calendar.set-zoom", "i", i);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
add_zooms (KoyomiCalendarView *self)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->zoom_button), make_zoom_menu_cb, self, NULL);
  for (int i = 0; i < KOYOMI_N_ZOOMS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (koyomi_workspace_tr (self->workspace, zoom_labels[i]));

      self->zoom_buttons[i] = button;
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->zoom_buttons[0]));
      /* A click leaves the focus with the run that one looks at closer. */
      gtk_widget_set_focus_on_click (button, FALSE);
      g_signal_connect_object (button, "toggled", G_CALLBACK (zoom_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->zooms), button);
    }
}

static void
restore_zoom (KoyomiCalendarView *self)
{
  g_autofree char *nick = g_settings_get_string (koyomi_workspace_get_settings (self->workspace), "calendar-zoom");

  for (int i = 0; i < KOYOMI_N_ZOOMS; i++)
    if (g_str_equal (nick, zoom_nicks[i]))
      koyomi_calendar_sheet_set_zoom (self->sheet, i, koyomi_day_today ());
  time_changed_cb (self);
}

static void
list_year (KoyomiCalendarView *self,
           GtkStringList      *names,
           int                 year)
{
  KoyomiFiscalYear fiscal_year = { year, koyomi_calendar_sheet_get_year (self->sheet).start_month };
  g_autofree char *name = koyomi_fiscal_year_format (fiscal_year, koyomi_workspace_get_language (self->workspace));

  g_array_append_val (self->listed_years, year);
  gtk_string_list_append (names, name);
}

/* The years that have runs, this one, the next, and the one that is shown. */
static void
update_years (KoyomiCalendarView *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autoptr(GArray) years = koyomi_session_list_fiscal_years (session, NULL);
  int now = koyomi_session_get_fiscal_year (session, koyomi_day_today ()).year;
  int shown = koyomi_calendar_sheet_get_year (self->sheet).year;
  int first = MIN (now, shown);
  int last = MAX (now + 1, shown);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  if (years != NULL && years->len > 0)
    {
      first = MIN (first, g_array_index (years, KoyomiFiscalYear, 0).year);
      last = MAX (last, g_array_index (years, KoyomiFiscalYear, years->len - 1).year);
    }

  self->is_updating = TRUE;
  g_array_set_size (self->listed_years, 0);
  for (int year = first; year <= last; year++)
    list_year (self, names, year);
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->years), names, shown - first);
  self->is_updating = FALSE;
}

static void
year_selected_cb (KoyomiCalendarView *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->years));

  if (!self->is_updating && index < self->listed_years->len)
    koyomi_calendar_sheet_set_year (self->sheet, g_array_index (self->listed_years, int, index));
}

/* What the filter asks for, in words, and how much answers it. */
static void
update_filter_bar (KoyomiCalendarView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  KoyomiCalendar *full = koyomi_calendar_sheet_get_full (self->sheet);
  const KoyomiCalendarFilter *filter = koyomi_calendar_sheet_get_filter (self->sheet);
  guint n_runs = koyomi_calendar_sheet_get_n_runs (self->sheet);
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->filter_bar, full != NULL && !koyomi_calendar_filter_is_empty (filter));
  if (full == NULL || koyomi_calendar_filter_is_empty (filter))
    return;

  words = koyomi_calendar_filter_describe (filter, full, language);
  count = g_strdup_printf (koyomi_ntr (language, "%u run", "%u runs", n_runs), n_runs);
  text = g_strdup_printf ("%s – %s", words, count);
  gtk_label_set_label (GTK_LABEL (self->filter_label), text);
  gtk_widget_set_tooltip_text (self->filter_label, text);
}

/* An empty calendar says what to do. A page that was never shown is hidden, so that nothing is worked out for it at the start. */
static void
update_page (KoyomiCalendarView *self)
{
  KoyomiCalendar *full = koyomi_calendar_sheet_get_full (self->sheet);
  const char *name = full != NULL && full->rows->len == 0 ? "empty" :
                     koyomi_calendar_sheet_get_n_lines (self->sheet) == 0 ? "nothing" : "grid";
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->pages), name);

  gtk_widget_set_visible (self->closed_bar, koyomi_calendar_sheet_is_closed (self->sheet));
  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (GTK_STACK (self->pages), page);
}

/* The year may have been changed by going to a run of another one. */
static void
lines_changed_cb (KoyomiCalendarView *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->years));
  int shown = koyomi_calendar_sheet_get_year (self->sheet).year;

  update_page (self);
  if (index >= self->listed_years->len || g_array_index (self->listed_years, int, index) != shown)
    update_years (self);
}

static void
arranged_cb (KoyomiCalendarView *self)
{
  /* An entry that becomes empty says so at once, which replaces the filter. */
  g_autofree char *search = g_strdup (koyomi_calendar_sheet_get_filter (self->sheet)->search);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search)), search) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), search);
  if (koyomi_calendar_sheet_is_arranged (self->sheet))
    gtk_widget_add_css_class (self->filter_button, "koyomi-active");
  else
    gtk_widget_remove_css_class (self->filter_button, "koyomi-active");

  g_settings_set_string (koyomi_workspace_get_settings (self->workspace), "grouping",
                         koyomi_grouping_get_nick (koyomi_calendar_sheet_get_grouping (self->sheet)));
  update_page (self);
}

static void
restore_grouping (KoyomiCalendarView *self)
{
  GSettings *settings = koyomi_workspace_get_settings (self->workspace);
  g_autofree char *nick = g_settings_get_string (settings, "grouping");
  KoyomiGrouping grouping;

  koyomi_calendar_sheet_set_routines (self->sheet, g_settings_get_boolean (settings, "show-routines"));
  if (koyomi_grouping_from_nick (nick, &grouping) && grouping != KOYOMI_GROUPING_FUNCTION_GROUP)
    koyomi_calendar_sheet_arrange (self->sheet, koyomi_calendar_sheet_get_filter (self->sheet), grouping);
}

/* The popover is made when it is first asked for. */
static void
make_filter_cb (GtkMenuButton *button,
                gpointer       data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, koyomi_filter_popover_new (KOYOMI_CALENDAR_VIEW (data)->sheet));
}

static void
searched_cb (KoyomiCalendarView *self)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_copy (koyomi_calendar_sheet_get_filter (self->sheet));

  g_free (filter->search);
  filter->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  koyomi_calendar_sheet_arrange (self->sheet, filter, koyomi_calendar_sheet_get_grouping (self->sheet));
}

static void
search_left_cb (KoyomiCalendarView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  koyomi_calendar_walk_enter (get_rows (self));
}

/* Goes on to what was found, which may not be shown yet. */
static void
search_entered_cb (KoyomiCalendarView *self)
{
  searched_cb (self);
  koyomi_calendar_walk_to_found (get_rows (self));
}

/* Made when it is first to be seen: the window stands there sooner without. */
static void
flap_revealed_cb (KoyomiCalendarView *self)
{
  if (self->inspector != NULL || !adw_flap_get_reveal_flap (ADW_FLAP (self->flap)))
    return;

  self->inspector = koyomi_run_inspector_new (self->workspace, self->selection);
  adw_flap_set_flap (ADW_FLAP (self->flap), self->inspector);
}

static void
toggle_inspector_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (widget);

  if (koyomi_focus_is_in (self->inspector))
    koyomi_calendar_walk_enter (get_rows (self));
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), !adw_flap_get_reveal_flap (ADW_FLAP (self->flap)));
}

static void
go_to_rows_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  koyomi_calendar_walk_enter (get_rows (KOYOMI_CALENDAR_VIEW (widget)));
}

static void
selection_changed_cb (KoyomiCalendarView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.open-run", koyomi_run_selection_count (self->selection) == 1);
}

/* Goes to the inspector to edit the run that is chosen. */
static void
open_run_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (widget);

  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  koyomi_run_inspector_edit (KOYOMI_RUN_INSPECTOR (self->inspector));
}

static void
show_run_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  koyomi_calendar_view_show_run (KOYOMI_CALENDAR_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (KOYOMI_CALENDAR_VIEW (widget)->search);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (KOYOMI_CALENDAR_VIEW (widget)->filter_button));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (widget);
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();

  koyomi_calendar_sheet_arrange (self->sheet, filter, koyomi_calendar_sheet_get_grouping (self->sheet));
}

static void
set_zoom_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  set_zoom (KOYOMI_CALENDAR_VIEW (widget), CLAMP (g_variant_get_int32 (parameter), 0, KOYOMI_N_ZOOMS - 1));
}

static void
show_whole_year_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  set_zoom (KOYOMI_CALENDAR_VIEW (widget), KOYOMI_ZOOM_YEAR);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (widget);
  KoyomiZoom zoom = koyomi_time_scale_get_zoom (&koyomi_calendar_sheet_get_timeline (self->sheet)->time);

  set_zoom (self, MIN (zoom + 1, KOYOMI_ZOOM_WEEK));
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (widget);
  KoyomiZoom zoom = koyomi_time_scale_get_zoom (&koyomi_calendar_sheet_get_timeline (self->sheet)->time);

  set_zoom (self, zoom > KOYOMI_ZOOM_YEAR ? zoom - 1 : KOYOMI_ZOOM_YEAR);
}

static void
next_year_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiCalendarSheet *sheet = KOYOMI_CALENDAR_VIEW (widget)->sheet;

  koyomi_calendar_sheet_set_year (sheet, koyomi_calendar_sheet_get_year (sheet).year + 1);
}

static void
show_year_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  koyomi_calendar_sheet_set_year (KOYOMI_CALENDAR_VIEW (widget)->sheet, g_variant_get_int32 (parameter));
}

static void
previous_year_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  KoyomiCalendarSheet *sheet = KOYOMI_CALENDAR_VIEW (widget)->sheet;

  koyomi_calendar_sheet_set_year (sheet, koyomi_calendar_sheet_get_year (sheet).year - 1);
}

static void
go_to_today_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  koyomi_calendar_walk_to_today (get_rows (KOYOMI_CALENDAR_VIEW (widget)));
}

static void
unfold_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  koyomi_calendar_sheet_fold_all (KOYOMI_CALENDAR_VIEW (widget)->sheet, FALSE);
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  koyomi_calendar_sheet_fold_all (KOYOMI_CALENDAR_VIEW (widget)->sheet, TRUE);
}

static gboolean
koyomi_calendar_view_grab_focus (GtkWidget *widget)
{
  return koyomi_calendar_walk_enter (get_rows (KOYOMI_CALENDAR_VIEW (widget)));
}

/* The keys of the calendar work from the start. Nothing in it is chosen yet. */
static void
koyomi_calendar_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_calendar_view_parent_class)->map (widget);

  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_rows (KOYOMI_CALENDAR_VIEW (widget))));
}

static void
koyomi_calendar_view_dispose (GObject *object)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_calendar_view_parent_class)->dispose (object);
}

static void
koyomi_calendar_view_finalize (GObject *object)
{
  g_array_unref (KOYOMI_CALENDAR_VIEW (object)->listed_years);

  G_OBJECT_CLASS (koyomi_calendar_view_parent_class)->finalize (object);
}

static const KoyomiViewKey view_keys[] = {
  { GDK_KEY_f, GDK_CONTROL_MASK, "calendar.search" },
  { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "calendar.filter" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "calendar.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "calendar.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "calendar.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "calendar.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "calendar.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "calendar.show-whole-year" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "calendar.next-year" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "calendar.previous-year" },
  { GDK_KEY_F4, 0, "calendar.toggle-inspector" },
  { GDK_KEY_Insert, 0, "calendar.new-activity" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "calendar.export" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "calendar.print" },
};

static void
koyomi_calendar_view_class_init (KoyomiCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_view_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_calendar_view_grab_focus;
  widget_class->map = koyomi_calendar_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  koyomi_calendar_commands_install (widget_class);
  koyomi_calendar_dialogs_install (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.toggle-inspector", NULL, toggle_inspector_action);
  gtk_widget_class_install_action (widget_class, "calendar.go-to-rows", NULL, go_to_rows_action);
  gtk_widget_class_install_action (widget_class, "calendar.open-run", NULL, open_run_action);
  gtk_widget_class_install_action (widget_class, "calendar.show-run", "x", show_run_action);
  gtk_widget_class_install_action (widget_class, "calendar.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "calendar.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "calendar.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "calendar.set-zoom", "i", set_zoom_action);
  gtk_widget_class_install_action (widget_class, "calendar.show-whole-year", NULL, show_whole_year_action);
  gtk_widget_class_install_action (widget_class, "calendar.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "calendar.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "calendar.show-year", "i", show_year_action);
  gtk_widget_class_install_action (widget_class, "calendar.next-year", NULL, next_year_action);
  gtk_widget_class_install_action (widget_class, "calendar.previous-year", NULL, previous_year_action);
  gtk_widget_class_install_action (widget_class, "calendar.go-to-today", NULL, go_to_today_action);
  gtk_widget_class_install_action (widget_class, "calendar.unfold-all", NULL, unfold_all_action);
  gtk_widget_class_install_action (widget_class, "calendar.fold-all", NULL, fold_all_action);
}

static void
koyomi_calendar_view_init (KoyomiCalendarView *self)
{
  self->selection = koyomi_run_selection_new ();
  self->listed_years = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
bind_inspector (KoyomiCalendarView *self)
{
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (flap_revealed_cb), self, G_CONNECT_SWAPPED);
  koyomi_flap_remember (ADW_FLAP (self->flap), koyomi_workspace_get_settings (self->workspace), "inspector-visible");
  g_object_bind_property (self->flap, "reveal-flap", self->inspector_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  flap_revealed_cb (self);
}

static void
connect_signals (KoyomiCalendarView *self)
{
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (update_years), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "time", G_CALLBACK (time_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "arranged", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "counts", G_CALLBACK (update_filter_bar), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter_button), make_filter_cb, self, NULL);
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (year_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_left_cb), self, G_CONNECT_SWAPPED);
}

/* Shows what @other shows of the same plan, with the same runs chosen. Before the view has a place on the screen. */
void
koyomi_calendar_view_take_over (KoyomiCalendarView *self,
                                KoyomiCalendarView *other)
{
  g_autoptr(GArray) runs = NULL;

  g_return_if_fail (KOYOMI_IS_CALENDAR_VIEW (self));
  g_return_if_fail (KOYOMI_IS_CALENDAR_VIEW (other));

  runs = koyomi_run_selection_list (other->selection);
  koyomi_calendar_sheet_take_over (self->sheet, other->sheet);
  koyomi_calendar_rows_take_over (get_rows (self), get_rows (other));
  koyomi_run_selection_set (self->selection, (const gint64 *) runs->data, runs->len, koyomi_run_selection_get_focus (other->selection));
}

/* A calendar that has no place yet cannot bring anything into sight. */
static gboolean
show_run_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  if (gtk_widget_get_height (GTK_WIDGET (get_rows (KOYOMI_CALENDAR_VIEW (widget)))) == 0)
    return G_SOURCE_CONTINUE;

  koyomi_calendar_view_show_run (KOYOMI_CALENDAR_VIEW (widget), *(gint64 *) data);

  return G_SOURCE_REMOVE;
}

/* Shows the run and gives it the focus, whatever year it is in. */
void
koyomi_calendar_view_show_run (KoyomiCalendarView *self,
                               gint64              run)
{
  g_return_if_fail (KOYOMI_IS_CALENDAR_VIEW (self));

  if (gtk_widget_get_height (GTK_WIDGET (get_rows (self))) == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_run_cb, g_memdup2 (&run, sizeof run), g_free);
  koyomi_calendar_rows_show_run (get_rows (self), run);
  koyomi_run_selection_choose (self->selection, run);

  /* Rows that were never seen have no cells yet; the keys of the calendar work all the same. A page that comes in place of the one that had
   * the focus has it in its header bar. */
  if (!koyomi_focus_is_in (self->pages) && !koyomi_focus_is_in (self->inspector))
    gtk_widget_grab_focus (GTK_WIDGET (get_rows (self)));
}

/* Shows what answers the filter in the year of today.
 * @filter: as koyomi_calendar_filter_format() writes it; "" for all */
void
koyomi_calendar_view_set_filter (KoyomiCalendarView *self,
                                 const char         *filter)
{
  g_autoptr(KoyomiCalendarFilter) wanted = koyomi_calendar_filter_parse (filter);
  KoyomiFiscalYear year;

  g_return_if_fail (KOYOMI_IS_CALENDAR_VIEW (self));

  year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());
  koyomi_calendar_sheet_set_year (self->sheet, year.year);
  koyomi_calendar_sheet_arrange (self->sheet, wanted, koyomi_calendar_sheet_get_grouping (self->sheet));
}

/* Goes on from the rows to the inspector. Returns: FALSE when it is not there or has the focus */
gboolean
koyomi_calendar_view_go_to_inspector (KoyomiCalendarView *self)
{
  g_return_val_if_fail (KOYOMI_IS_CALENDAR_VIEW (self), FALSE);

  if (!adw_flap_get_reveal_flap (ADW_FLAP (self->flap)) || koyomi_focus_is_in (self->inspector))
    return FALSE;

  koyomi_run_inspector_edit (KOYOMI_RUN_INSPECTOR (self->inspector));

  return koyomi_focus_is_in (self->inspector);
}

GtkWidget *
koyomi_calendar_view_new (KoyomiWorkspace *workspace)
{
  KoyomiCalendarView *self = g_object_new (KOYOMI_TYPE_CALENDAR_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->sheet = koyomi_calendar_sheet_new (workspace, self->selection);
  koyomi_ui_build (self, KOYOMI_TYPE_CALENDAR_VIEW, "koyomi-calendar-view", koyomi_workspace_get_language (workspace), children);
  add_zooms (self);

  self->grid = koyomi_calendar_grid_new (self->sheet);
  gtk_stack_add_named (GTK_STACK (self->pages), self->grid, "grid");
  gtk_box_append (GTK_BOX (self->box), koyomi_calendar_legend_new (self->sheet));
  koyomi_calendar_commands_attach (GTK_WIDGET (self), self->sheet);
  koyomi_calendar_dialogs_attach (GTK_WIDGET (self), get_rows (self));
  koyomi_baseline_ghosts_attach (GTK_WIDGET (self), self->sheet);
  koyomi_history_buttons_attach (self->undo_button, self->redo_button, workspace);
  koyomi_view_keys_attach (GTK_WIDGET (self), view_keys, G_N_ELEMENTS (view_keys));

  bind_inspector (self);
  restore_grouping (self);
  restore_zoom (self);
  update_page (self);
  update_years (self);
  selection_changed_cb (self);
  connect_signals (self);

  return GTK_WIDGET (self);
}
