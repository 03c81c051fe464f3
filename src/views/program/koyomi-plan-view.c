#include "koyomi-plan-view.h"

#include "koyomi-application.h"
#include "koyomi-attention-panel.h"
#include "koyomi-audit-view.h"
#include "koyomi-auditor.h"
#include "koyomi-calendar-view.h"
#include "koyomi-flap-memory.h"
#include "koyomi-focus.h"
#include "koyomi-history.h"
#include "koyomi-import-dialog.h"
#include "koyomi-incident-view.h"
#include "koyomi-matrix-view.h"
#include "koyomi-meeting-window.h"
#include "koyomi-metric-view.h"
#include "koyomi-notice.h"
#include "koyomi-plan-commands.h"
#include "koyomi-plan-page.h"
#include "koyomi-record-jump.h"
#include "koyomi-report-view.h"
#include "koyomi-roll-over-assistant.h"
#include "koyomi-sample.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiPlanView
{
  GtkWidget         parent_instance;

  KoyomiWorkspace  *workspace;
  GtkWidget        *flap;
  GtkWidget        *stack;
  GtkWidget        *views;          /* the list of the sidebar */
  GtkWidget        *attention;
  GtkWidget        *menu_button;
  GtkWidget        *file_label;
  GtkWidget        *state_label;
  GtkWidget        *notices;
  gboolean          is_for_menu;    /* the sidebar is shown for the time of the menu */
  gint64            saved_seq;      /* the last entry of the change log that the state tells of */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiPlanView, flap),
  KOYOMI_UI_CHILD (KoyomiPlanView, stack),
  KOYOMI_UI_CHILD (KoyomiPlanView, views),
  KOYOMI_UI_CHILD (KoyomiPlanView, attention),
  KOYOMI_UI_CHILD (KoyomiPlanView, menu_button),
  KOYOMI_UI_CHILD (KoyomiPlanView, file_label),
  KOYOMI_UI_CHILD (KoyomiPlanView, state_label),
  KOYOMI_UI_CHILD (KoyomiPlanView, notices),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiPlanView, koyomi_plan_view, GTK_TYPE_WIDGET)

/* A menu takes an underscore for a mnemonic. */
static char *
escape_mnemonics (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static char *
name_undo (KoyomiLanguage     language,
           const KoyomiEntry *entry)
{
  g_autofree char *text = NULL;

  if (entry == NULL)
    return g_strdup (koyomi_tr (language, "Undo"));

  /* Translators: %s is what was done, such as: Move “…” */
  text = g_strdup_printf (koyomi_tr (language, "Undo: %s"), entry->label);

  return escape_mnemonics (text);
}

static char *
name_redo (KoyomiLanguage     language,
           const KoyomiEntry *entry)
{
  g_autofree char *text = NULL;

  if (entry == NULL)
    return g_strdup (koyomi_tr (language, "Redo"));

  /* Translators: %s is what was undone, such as: Move “…” */
  text = g_strdup_printf (koyomi_tr (language, "Redo: %s"), entry->label);

  return escape_mnemonics (text);
}

/* Undo and redo carry the name of what they would take back. */
static GMenu *
make_history_section (KoyomiPlanView *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiEntry) undoable = koyomi_session_get_undoable (session, NULL);
  g_autoptr(KoyomiEntry) redoable = koyomi_session_get_redoable (session, NULL);
  g_autofree char *undo = name_undo (language, undoable);
  g_autofree char *redo = name_redo (language, redoable);
  GMenu *section = g_menu_new ();

  g_menu_append (section, undo, "plan.undo");
  g_menu_append (section, redo, "plan.redo");

  return section;
}

static void
update_menu (KoyomiPlanView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-plan-menu", language);
  GMenu *menu = G_MENU (gtk_builder_get_object (builder, "menu"));
  g_autoptr(GMenu) history = make_history_section (self);

  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (history));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}

static void
show_state (KoyomiPlanView *self,
            const char     *text,
            const char     *detail)
{
  gtk_label_set_label (GTK_LABEL (self->state_label), text);
  gtk_widget_set_tooltip_text (self->state_label, detail);
}

static char *
format_clock (gint64 at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_local (moment);

  return g_date_time_format (local, "%H:%M");
}

/* Everything is saved as it is done. */
static void
update_state (KoyomiPlanView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (koyomi_workspace_get_session (self->workspace), NULL);

  if (!koyomi_workspace_can_edit (self->workspace))
    show_state (self, koyomi_session_is_for_auditor (koyomi_workspace_get_session (self->workspace)) ?
                koyomi_tr (language, "Auditor mode") : koyomi_tr (language, "Read only"), NULL);
  else if (head == NULL || head->seq == self->saved_seq)
    show_state (self, koyomi_tr (language, "All changes saved"), NULL);
  else
    {
      g_autofree char *clock = format_clock (head->at);
      /* Translators: a time of day */
      g_autofree char *text = g_strdup_printf (koyomi_tr (language, "Saved at %s"), clock);

      show_state (self, text, head->label);
    }
}

static const char *
name_reason (const GError   *error,
             KoyomiLanguage  language)
{
  switch (error->code)
    {
    case KOYOMI_PLAN_ERROR_FULL:
      return koyomi_tr (language, "Not saved: the disk is full");
    case KOYOMI_PLAN_ERROR_BUSY:
      return koyomi_tr (language, "Not saved: another program is writing");
    case KOYOMI_PLAN_ERROR_CONSTRAINT:
      return koyomi_tr (language, "Not saved: a value is not allowed");
    case KOYOMI_PLAN_ERROR_CORRUPT:
      return koyomi_tr (language, "Not saved: the file is damaged");
    case KOYOMI_PLAN_ERROR_READ_ONLY:
      return koyomi_tr (language, "Not saved: the plan can only be read");
    default:
      return koyomi_tr (language, "The last change was not saved");
    }
}

static void
failed_cb (KoyomiPlanView *self,
           const char     *title,
           const GError   *error)
{
  if (error->domain == KOYOMI_PLAN_ERROR)
    show_state (self, name_reason (error, koyomi_workspace_get_language (self->workspace)), error->message);
}

/* The mark is named, so that nobody is surprised by it on paper. */
static void
add_auditor_notice (KoyomiPlanView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *mark = koyomi_session_dup_watermark (koyomi_workspace_get_session (self->workspace), language);
  /* Translators: a mark such as: For the auditor: Jane Doe, 2026-11-23 */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, "Auditor mode: read only, drafts hidden. Pages bear the mark “%s”."), mark);
  GtkWidget *notice = koyomi_notice_new ("changes-prevent-symbolic", text);

  koyomi_notice_add_button (notice, koyomi_tr (language, "_Close"), "window.close");
  gtk_box_append (GTK_BOX (self->notices), notice);
}

/* A copy helps who may not write to this file; whom another program keeps out, a second try. */
static void
add_read_only_notice (KoyomiPlanView *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *reason = koyomi_session_explain_read_only (session, language);
  GtkWidget *notice = koyomi_notice_new ("changes-prevent-symbolic", reason);

  if (koyomi_session_get_read_only_reason (session) != KOYOMI_READ_ONLY_LINKED)
    koyomi_notice_add_button (notice, koyomi_tr (language, "_Try Again"), "plan.reopen");
  if (koyomi_session_get_read_only_reason (session) != KOYOMI_READ_ONLY_LOCKED)
    koyomi_notice_add_button (notice, koyomi_tr (language, "_Save a Copy…"), "plan.save-copy");
  gtk_box_append (GTK_BOX (self->notices), notice);
}

static void
add_backup_notice (KoyomiPlanView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkWidget *notice = koyomi_notice_new ("dialog-warning-symbolic", koyomi_tr (language, "Today’s backup could not be written. "
                                                                               "Your changes are saved."));

  koyomi_notice_add_button (notice, koyomi_tr (language, "_Backups…"), "plan.backups");
  gtk_box_append (GTK_BOX (self->notices), notice);
}

static void
update_notices (KoyomiPlanView *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->notices), child);

  if (koyomi_session_is_for_auditor (session))
    add_auditor_notice (self);
  else if (!koyomi_workspace_can_edit (self->workspace))
    add_read_only_notice (self);
  if (koyomi_session_get_backup_error (session) != NULL)
    add_backup_notice (self);
  if (koyomi_sample_is (session) && !koyomi_session_is_for_auditor (session))
    gtk_box_append (GTK_BOX (self->notices),
                    koyomi_notice_new ("dialog-information-symbolic",
                                       koyomi_tr (language, "Sample company: everything here is made up. Try whatever you like.")));
}

static GtkWidget *
find_header_bar (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ADW_IS_HEADER_BAR (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_header_bar (child);

  return found;
}

/* Each view brings a header bar of its own; what concerns the plan stands below it. */
static void
place_notices (KoyomiPlanView *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  GtkWidget *bar = view != NULL ? find_header_bar (view) : NULL;
  GtkWidget *box = bar != NULL ? gtk_widget_get_parent (bar) : NULL;

  if (box == NULL || !GTK_IS_BOX (box))
    return;

  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->notices)), self->notices);
  gtk_box_insert_child_after (GTK_BOX (box), self->notices, bar);
}

static void
plan_changed_cb (KoyomiPlanView *self)
{
  update_menu (self);
  update_state (self);
  update_notices (self);
}

static KoyomiAttentionPanel *
get_attention (KoyomiPlanView *self)
{
  return KOYOMI_ATTENTION_PANEL (gtk_widget_get_last_child (self->attention));
}

/* Views are made when they are first seen.
 * Returns: the view */
static GtkWidget *
add_view (KoyomiPlanView *self,
          const char     *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (GTK_STACK (self->stack), name);

  if (view == NULL)
    {
      view = koyomi_plan_page_find (name)->create (self->workspace);
      gtk_stack_add_named (GTK_STACK (self->stack), view, name);
    }

  return view;
}

static void
view_selected_cb (KoyomiPlanView *self,
                  GtkListBoxRow  *row)
{
  const char *name = row != NULL ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;

  if (name == NULL)
    return;

  add_view (self, name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  gtk_widget_set_visible (GTK_WIDGET (get_attention (self)), !koyomi_plan_page_find (name)->tells_attention);
  place_notices (self);
  g_settings_set_string (koyomi_workspace_get_settings (self->workspace), "last-view", name);
}

static void
show_file (KoyomiPlanView *self)
{
  const char *path = koyomi_session_get_path (koyomi_workspace_get_session (self->workspace));
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *shown = g_filename_display_name (path);

  gtk_label_set_label (GTK_LABEL (self->file_label), name);
  gtk_widget_set_tooltip_text (self->file_label, shown);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);
  AdwFlap *flap = ADW_FLAP (self->flap);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, adw_flap_get_flap (flap)))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)));
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* From the panel at the left to the view, to the inspector where there is one, and round again. */
static void
next_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *view = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  const KoyomiPlanPage *page = koyomi_plan_page_find (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)));
  gboolean in_view = focus != NULL && gtk_widget_is_ancestor (focus, view);

  if (in_view && page->go_to_panel != NULL && page->go_to_panel (view))
    return;

  if (!in_view || !adw_flap_get_reveal_flap (ADW_FLAP (self->flap)) ||
      !gtk_widget_child_focus (self->attention, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (view);
}

/* A sidebar that came for the menu goes with it. */
static void
menu_closed_cb (KoyomiPlanView *self,
                GtkPopover     *popover)
{
  g_signal_handlers_disconnect_by_func (popover, menu_closed_cb, self);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
}

/* A menu opens where its button is, so the button has to have its place in the window first. */
static gboolean
open_menu_cb (GtkWidget     *menu_button,
              GdkFrameClock *frame_clock,
              gpointer       user_data)
{
  KoyomiPlanView *self = user_data;
  graphene_rect_t place;

  if (!adw_flap_get_reveal_flap (ADW_FLAP (self->flap)))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_bounds (menu_button, GTK_WIDGET (self), &place) || place.origin.x < 0)
    return G_SOURCE_CONTINUE;

  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  if (self->is_for_menu)
    g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button)), "closed", G_CALLBACK (menu_closed_cb),
                             self, G_CONNECT_SWAPPED);

  return G_SOURCE_REMOVE;
}

/* Also when the sidebar, where it stands, is hidden. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);

  self->is_for_menu = !adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  gtk_widget_add_tick_callback (self->menu_button, open_menu_cb, self, NULL);
}

/* @name: of a view; of one that there is not the first is shown */
static void
select_view (KoyomiPlanView *self,
             const char     *name)
{
  GtkListBox *views = GTK_LIST_BOX (self->views);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (views, 0);

  for (int i = 0; gtk_list_box_get_row_at_index (views, i) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (gtk_list_box_get_row_at_index (views, i))), name))
      row = gtk_list_box_get_row_at_index (views, i);

  gtk_list_box_select_row (views, row);
}

static void
select_last_view (KoyomiPlanView *self)
{
  g_autofree char *last = g_settings_get_string (koyomi_workspace_get_settings (self->workspace), "last-view");

  select_view (self, last);
}

static void
show_meeting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  koyomi_meeting_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), KOYOMI_PLAN_VIEW (widget)->workspace,
                                 g_variant_get_int64 (parameter));
}

/* A sidebar that lies over the view goes, so that what is gone to is seen.
 * Returns: the view */
static GtkWidget *
bring_forward (KoyomiPlanView *self,
               const char     *name)
{
  select_view (self, name);
  if (adw_flap_get_folded (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);

  return add_view (self, name);
}

/* By its place in the sidebar. The focus goes along, as the key would be of no use otherwise. */
static void
show_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->views), g_variant_get_int32 (parameter));

  gtk_widget_grab_focus (bring_forward (self, gtk_widget_get_name (GTK_WIDGET (row))));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_widget_grab_focus (bring_forward (KOYOMI_PLAN_VIEW (widget), g_variant_get_string (parameter, NULL)));
}

/* @parameter: a filter, as koyomi_calendar_filter_format() writes it */
static void
show_calendar_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GtkWidget *view = bring_forward (KOYOMI_PLAN_VIEW (widget), "calendar");

  koyomi_calendar_view_set_filter (KOYOMI_CALENDAR_VIEW (view), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (view);
}

static void
run_activated_cb (KoyomiPlanView *self,
                  gint64          run)
{
  koyomi_calendar_view_show_run (KOYOMI_CALENDAR_VIEW (bring_forward (self, "calendar")), run);
}

static void
incident_wanted_cb (KoyomiPlanView *self,
                    gint64          incident)
{
  koyomi_incident_view_show (KOYOMI_INCIDENT_VIEW (bring_forward (self, "incidents")), incident);
}

static void
show_cell_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);
  gint64 function, team;

  g_variant_get (parameter, "(xx)", &function, &team);
  koyomi_matrix_view_show_cell (KOYOMI_MATRIX_VIEW (bring_forward (self, "matrix")), function, team);
}

static void
roll_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);

  koyomi_roll_over_assistant_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, add_view (self, "calendar"));
}

/* A plan is opened, a table is imported. */
static void
take_file (KoyomiPlanView *self,
           GFile          *file)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkApplication *application = gtk_window_get_application (window);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  if (!koyomi_import_dialog_takes (file))
    koyomi_application_open_plan (KOYOMI_APPLICATION (application), file, window);
  else if (koyomi_workspace_can_edit (self->workspace))
    koyomi_import_dialog_present (window, self->workspace, file);
  else
    koyomi_workspace_tell (self->workspace, koyomi_tr (language, "This plan can only be read"));
}

static gboolean
dropped_cb (KoyomiPlanView *self,
            const GValue   *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr(GSList) files = list != NULL ? gdk_file_list_get_files (list) : NULL;

  if (files == NULL)
    return FALSE;

  take_file (self, files->data);

  return TRUE;
}

static void
accept_files (KoyomiPlanView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* For what is not in the calendar: there its own action of that name comes first. */
static void
show_run_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  run_activated_cb (KOYOMI_PLAN_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
show_incident_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  incident_wanted_cb (KOYOMI_PLAN_VIEW (widget), g_variant_get_int64 (parameter));
}

static void
show_audited_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);
  guint32 table;
  gint64 id;

  g_variant_get (parameter, "(ux)", &table, &id);
  koyomi_audit_view_show_record (KOYOMI_AUDIT_VIEW (bring_forward (self, "audit")), table, id);
}

static void
show_metric_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);

  koyomi_metric_view_show (KOYOMI_METRIC_VIEW (bring_forward (self, "kpis")), g_variant_get_int64 (parameter));
}

/* @parameter: the id of a kind of report; the fiscal year times four and the quarter from 0, or 0 for what is shown */
static void
show_report_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  GtkWidget *view = bring_forward (KOYOMI_PLAN_VIEW (widget), "reports");
  const char *kind;
  int period;

  g_variant_get (parameter, "(&si)", &kind, &period);
  koyomi_report_view_choose (KOYOMI_REPORT_VIEW (view), kind, period);
  gtk_widget_grab_focus (view);
}

/* Whatever it is. */
static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KoyomiPlanView *self = KOYOMI_PLAN_VIEW (widget);
  guint32 table;
  gint64 id;

  g_variant_get (parameter, "(ux)", &table, &id);
  koyomi_record_jump (widget, self->workspace, table, id);
}

static void
koyomi_plan_view_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_PLAN_VIEW (object)->workspace);

  G_OBJECT_CLASS (koyomi_plan_view_parent_class)->dispose (object);
}

static void
koyomi_plan_view_class_init (KoyomiPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_plan_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  koyomi_plan_commands_install (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-page", "s", show_page_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-calendar", "s", show_calendar_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-cell", "(xx)", show_cell_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-incident", "x", show_incident_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-meeting", "x", show_meeting_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-audited", "(ux)", show_audited_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-metric", "x", show_metric_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-record", "(ux)", show_record_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-report", "(si)", show_report_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.roll-over", NULL, roll_over_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "calendar.show-run", "x", show_run_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F9, 0, "plan.toggle-sidebar", NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.next-pane", NULL, next_pane_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F6, 0, "plan.next-pane", NULL);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.show-view", "i", show_view_action);
  for (int i = 0; i < koyomi_n_plan_pages; i++)
    gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_1 + i, GDK_CONTROL_MASK, "plan.show-view", "i", i);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, 0, "plan.menu", NULL);
}

static void
koyomi_plan_view_init (KoyomiPlanView *self)
{
}

static void
fill_sidebar (KoyomiPlanView *self)
{
  GtkWidget *attention = koyomi_attention_panel_new (self->workspace);

  for (int i = 0; i < koyomi_n_plan_pages; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->views), koyomi_plan_page_create_row (&koyomi_plan_pages[i], self->workspace));

  gtk_box_append (GTK_BOX (self->attention), attention);
  g_signal_connect_object (attention, "run-activated", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_plan_view_new (KoyomiWorkspace *workspace)
{
  KoyomiPlanView *self = g_object_new (KOYOMI_TYPE_PLAN_VIEW, NULL);
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (koyomi_workspace_get_session (workspace), NULL);

  self->saved_seq = head != NULL ? head->seq : 0;
  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_PLAN_VIEW, "koyomi-plan-view", koyomi_workspace_get_language (workspace), children);

  fill_sidebar (self);
  koyomi_focus_leave_by_tab (self->views);
  koyomi_flap_remember (ADW_FLAP (self->flap), koyomi_workspace_get_settings (workspace), "sidebar-visible");
  g_signal_connect_object (self->views, "row-selected", G_CALLBACK (view_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "run-wanted", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "incident-wanted", G_CALLBACK (incident_wanted_cb), self, G_CONNECT_SWAPPED);
  select_last_view (self);
  koyomi_plan_commands_update (GTK_WIDGET (self), workspace);
  show_file (self);
  accept_files (self);
  plan_changed_cb (self);

  return GTK_WIDGET (self);
}

KoyomiWorkspace *
koyomi_plan_view_get_workspace (KoyomiPlanView *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_VIEW (self), NULL);

  return self->workspace;
}

/* Shows what @other shows of the same plan, in another language. Before the view has a place on the screen. */
void
koyomi_plan_view_take_over (KoyomiPlanView *self,
                            KoyomiPlanView *other)
{
  g_return_if_fail (KOYOMI_IS_PLAN_VIEW (self));
  g_return_if_fail (KOYOMI_IS_PLAN_VIEW (other));

  koyomi_attention_panel_take_over (get_attention (self), get_attention (other));
  for (int i = 0; i < koyomi_n_plan_pages; i++)
    {
      const KoyomiPlanPage *page = &koyomi_plan_pages[i];
      GtkWidget *shown = gtk_stack_get_child_by_name (GTK_STACK (other->stack), page->name);

      if (shown != NULL && page->take_over != NULL)
        page->take_over (add_view (self, page->name), shown);
    }
}
