#include "koyomi-window.h"

#include "koyomi-application.h"
#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-history.h"
#include "koyomi-plan-view.h"
#include "koyomi-plan-window.h"
#include "koyomi-refusal.h"
#include "koyomi-shortcuts.h"
#include "koyomi-start-page.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* After a plan has been shown. */
#define REST_SECONDS 1

struct _KoyomiWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;
  KoyomiLanguage        language;
  KoyomiSession        *session;       /* NULL on the start page */
  KoyomiWorkspace      *workspace;     /* likewise */
  AdwToastOverlay      *overlay;
  AdwToast             *toast;         /* the last one about an edit */
  gint64                seen;          /* the last entry of the change log that was told about */
  GCancellable         *check;         /* of the plan that is looked at for damage */
  guint32               day;           /* that is shown as today */
  guint                 midnight_id;
  guint                 rest_id;
};

G_DEFINE_FINAL_TYPE (KoyomiWindow, koyomi_window, ADW_TYPE_APPLICATION_WINDOW)

/* The dialog that stands over all others of this window, else the window itself. */
static GtkWindow *
find_front (KoyomiWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *front = GTK_WINDOW (self);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) != front || !gtk_window_get_modal (window) ||
          !gtk_widget_get_visible (GTK_WIDGET (window)))
        continue;

      /* Something may stand over that one in turn. */
      front = window;
      i = G_MAXUINT;
    }

  return front;
}

/* Returns: (nullable): @front, or the foremost window between it and this one, that can show a toast */
static KoyomiPlanWindow *
find_plan_window (KoyomiWindow *self,
                  GtkWindow    *front)
{
  for (GtkWindow *window = front; window != NULL && window != GTK_WINDOW (self); window = gtk_window_get_transient_for (window))
    if (KOYOMI_IS_PLAN_WINDOW (window) && koyomi_plan_window_can_toast (KOYOMI_PLAN_WINDOW (window)))
      return KOYOMI_PLAN_WINDOW (window);

  return NULL;
}

static void
dismissed_cb (KoyomiWindow *self,
              AdwToast     *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

/* Takes the toast, as one that takes the place of the last one.
 *
 * @window: NULL for this one */
static void
show_toast (KoyomiWindow     *self,
            KoyomiPlanWindow *window,
            AdwToast         *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  g_set_object (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  if (window != NULL)
    koyomi_plan_window_add_toast (window, toast);
  else
    adw_toast_overlay_add_toast (self->overlay, toast);
}

static void take_toast (KoyomiWindow *self,
                        GtkWindow    *front,
                        AdwToast     *toast);

/* A toast goes on in the window below when the one that shows it is closed. */
static void
plan_window_gone_cb (KoyomiWindow     *self,
                     KoyomiPlanWindow *window)
{
  AdwToast *toast = self->toast;
  AdwToast *again;

  g_signal_handlers_disconnect_by_func (window, plan_window_gone_cb, self);
  if (toast == NULL || self->workspace == NULL)
    return;

  again = adw_toast_new (adw_toast_get_title (toast));
  adw_toast_set_button_label (again, adw_toast_get_button_label (toast));
  adw_toast_set_action_name (again, adw_toast_get_action_name (toast));
  take_toast (self, gtk_window_get_transient_for (GTK_WINDOW (window)), again);
}

/* Shows a toast in the foremost window: behind it, it would not be seen, nor could its button be reached. */
static void
take_toast (KoyomiWindow *self,
            GtkWindow    *front,
            AdwToast     *toast)
{
  KoyomiPlanWindow *window = find_plan_window (self, front);

  if (window == NULL)
    {
      show_toast (self, NULL, toast);
      return;
    }

  g_signal_handlers_disconnect_by_func (window, plan_window_gone_cb, self);
  g_signal_connect_object (window, "unmap", G_CALLBACK (plan_window_gone_cb), self, G_CONNECT_SWAPPED);
  show_toast (self, window, toast);
}

static void
failed_cb (KoyomiWindow *self,
           const char   *title,
           const GError *error)
{
  koyomi_error_dialog_present (find_front (self), self->language, title, koyomi_session_get_path (self->session), error);
}

static void
told_cb (KoyomiWindow *self,
         const char   *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  take_toast (self, find_front (self), adw_toast_new (markup));
}

/* What is offered is an action of this window; the dialog that offers it is about to go. */
static void
offered_cb (KoyomiWindow *self,
            const char   *text,
            const char   *button,
            const char   *action,
            GVariant     *target)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  show_toast (self, NULL, toast);
}

/* What an entry did, with the way back. */
static AdwToast *
make_entry_toast (KoyomiWindow      *self,
                  const KoyomiEntry *entry)
{
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  AdwToast *toast;

  if (entry->kind == KOYOMI_ENTRY_UNDO)
    /* Translators: %s is what was done, such as: Move “…” */
    text = g_strdup_printf (koyomi_tr (self->language, "Undone: %s"), entry->label);
  else if (entry->kind == KOYOMI_ENTRY_REDO)
    text = g_strdup_printf (koyomi_tr (self->language, "Done again: %s"), entry->label);
  else
    text = g_strdup (entry->label);

  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  if (entry->kind == KOYOMI_ENTRY_UNDO)
    {
      adw_toast_set_button_label (toast, koyomi_tr (self->language, "_Redo"));
      adw_toast_set_action_name (toast, "plan.redo");
    }
  else
    {
      adw_toast_set_button_label (toast, koyomi_tr (self->language, "_Undo"));
      adw_toast_set_action_name (toast, "plan.undo");
    }

  return toast;
}

static void
update_actions (KoyomiWindow *self)
{
  g_autoptr(KoyomiEntry) undoable = NULL;
  g_autoptr(KoyomiEntry) redoable = NULL;
  gboolean can_edit = self->workspace != NULL && koyomi_workspace_can_edit (self->workspace);

  if (can_edit)
    {
      undoable = koyomi_session_get_undoable (self->session, NULL);
      redoable = koyomi_session_get_redoable (self->session, NULL);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.undo", undoable != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.redo", redoable != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.reopen",
                                 self->workspace != NULL && !can_edit && !koyomi_session_is_for_auditor (self->session));
}

static void
plan_changed_cb (KoyomiWindow *self)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);

  update_actions (self);
  if (head == NULL || head->seq == self->seen)
    return;

  self->seen = head->seq;
  take_toast (self, find_front (self), make_entry_toast (self, head));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiWindow *self = KOYOMI_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (self->workspace);
  if (!koyomi_session_undo (self->session, &error))
    koyomi_workspace_fail (self->workspace, koyomi_tr (self->language, "The last change was not undone"), error);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiWindow *self = KOYOMI_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_redo (self->session, &error))
    koyomi_workspace_fail (self->workspace, koyomi_tr (self->language, "The change was not done again"), error);
}

/* Opens the plan again, in the hope that it can be written now. Nothing may have it open meanwhile. */
static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiWindow *self = KOYOMI_WINDOW (widget);
  g_autofree char *path = g_strdup (koyomi_session_get_path (self->session));
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_window_set_session (self, NULL);
  session = koyomi_session_open (path, FALSE, NULL, &error);
  if (session != NULL)
    koyomi_window_set_session (self, session);
  else
    koyomi_refusal_present (GTK_WINDOW (self), self->language, path, error);
}

static void
show_help_cb (KoyomiWindow *self)
{
  koyomi_shortcuts_present (GTK_WINDOW (self), self->language);
}

static char *
name_window (KoyomiWindow *self)
{
  g_autofree char *name = g_filename_display_basename (koyomi_session_get_path (self->session));

  if (koyomi_session_is_for_auditor (self->session))
    /* Translators: %s is the name of a file */
    return g_strdup_printf (koyomi_tr (self->language, "%s (auditor mode) – Koyomi"), name);

  /* Translators: %s is the name of a file */
  return g_strdup_printf (koyomi_tr (self->language, "%s – Koyomi"), name);
}

static void
file_shown_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(KoyomiWindow) self = data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) && self->workspace != NULL)
    koyomi_error_dialog_present (GTK_WINDOW (self), self->language,
                                 koyomi_tr (self->language, "No program was found that opens it"), NULL, error);
}

/* Hands a file or a folder to the program that the desktop has for it. */
static void
show_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_show_uri_full (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME, NULL, file_shown_cb,
                     g_object_ref (widget));
}

static void
show_plan (KoyomiWindow *self)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);
  g_autofree char *title = name_window (self);

  self->seen = head != NULL ? head->seq : 0;
  self->day = koyomi_day_today ();
  self->workspace = koyomi_workspace_new (self->session, self->language, self->settings);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);

  adw_toast_overlay_set_child (self->overlay, koyomi_plan_view_new (self->workspace));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
close_popovers_in (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    close_popovers_in (child);
}

static gboolean
is_over (GtkWindow *window,
         GtkWindow *below)
{
  while (window != NULL && window != below)
    window = gtk_window_get_transient_for (window);

  return window != NULL;
}

/* Returns: (transfer full) (element-type GtkWindow): the window and all that stand over it, those in front last */
static GPtrArray *
list_windows (KoyomiWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (is_over (window, GTK_WINDOW (self)))
        g_ptr_array_add (windows, g_steal_pointer (&window));
    }

  return windows;
}

/* GTK 4.8 never lets a popover go that is open when its window goes, nor what that holds, such as the plan. */
static void
close_popovers (KoyomiWindow *self)
{
  g_autoptr(GPtrArray) windows = list_windows (self);

  for (guint i = 0; i < windows->len; i++)
    close_popovers_in (g_ptr_array_index (windows, i));
}

/* Dialogs go as if they had been closed by themselves: what is typed in them is written, and they let the plan go. GTK 4.8 still asks a
 * window that is finalized for the one below it, so none is held until that one goes. */
static void
close_dialogs (KoyomiWindow *self)
{
  g_autoptr(GPtrArray) windows = list_windows (self);

  while (windows->len > 0)
    {
      g_autoptr(GtkWindow) window = g_ptr_array_steal_index (windows, windows->len - 1);

      if (window != GTK_WINDOW (self))
        gtk_window_close (window);
    }
}

/* Makes the content anew, for another plan or another language.
 *
 * Returns: (transfer full) (nullable): what was there before */
static GtkWidget *
build_content (KoyomiWindow *self)
{
  GtkWidget *before = adw_toast_overlay_get_child (self->overlay);

  if (before != NULL)
    g_object_ref (before);
  close_popovers (self);
  if (self->workspace != NULL)
    koyomi_workspace_flush (self->workspace);
  /* GTK 4.8 would leave it where it was, and in the next frame give it to whatever comes first. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  adw_toast_overlay_set_child (self->overlay, NULL);
  g_clear_object (&self->workspace);

  if (self->session != NULL)
    show_plan (self);
  else
    {
      gtk_window_set_title (GTK_WINDOW (self), koyomi_tr (self->language, "Koyomi"));
      adw_toast_overlay_set_child (self->overlay, koyomi_start_page_new (self->settings, self->language));
    }

  update_actions (self);

  return before;
}

/* What building the window, or a look at all of a plan, took for a moment lies between what the window keeps: some megabytes, which the
 * system is given back. */
static void
give_memory_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(KoyomiWindow) self = data;
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_check_finish (KOYOMI_SESSION (source), result, &error) && self->session == KOYOMI_SESSION (source))
    koyomi_refusal_present_damage (GTK_WINDOW (self), self->language, koyomi_session_get_path (self->session), error);

  give_memory_back ();
}

static void
stop_check (KoyomiWindow *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
}

/* A large plan was opened without a look at all of it. */
static void
check_plan (KoyomiWindow *self)
{
  if (self->session == NULL || koyomi_session_was_checked (self->session))
    return;

  self->check = g_cancellable_new ();
  koyomi_session_check_async (self->session, self->check, checked_cb, g_object_ref (self));
}

static gboolean
rest_cb (gpointer data)
{
  KoyomiWindow *self = data;

  self->rest_id = 0;
  check_plan (self);
  give_memory_back ();

  return G_SOURCE_REMOVE;
}

/* What would hold up the first frame comes after it. */
static void
wait_for_rest (KoyomiWindow *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_seconds_full (G_PRIORITY_LOW, REST_SECONDS, rest_cb, self, NULL);
}

static gboolean
midnight_cb (gpointer data)
{
  KoyomiWindow *self = data;

  self->midnight_id = 0;
  koyomi_window_check_day (self);

  return G_SOURCE_REMOVE;
}

/* A second late, so that it is surely tomorrow. A machine that slept is caught when its person comes back to the window. */
static void
wait_for_midnight (KoyomiWindow *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr(GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                                                         g_date_time_get_day_of_month (tomorrow), 0, 0, 1);

  g_clear_handle_id (&self->midnight_id, g_source_remove);
  self->midnight_id = g_timeout_add_seconds (g_date_time_difference (midnight, now) / G_TIME_SPAN_SECOND + 1, midnight_cb, self);
}

static void
active_changed_cb (KoyomiWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->day != koyomi_day_today ())
    koyomi_window_check_day (self);
}

static gboolean
drop_cb (KoyomiWindow *self,
         const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *item = files; item != NULL; item = item->next)
    koyomi_application_open_plan (koyomi_application_of_window (GTK_WINDOW (self)), item->data, GTK_WINDOW (self));
  g_slist_free (files);

  return files != NULL;
}

static void
remember_size (KoyomiWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static gboolean
koyomi_window_close_request (GtkWindow *window)
{
  close_popovers (KOYOMI_WINDOW (window));
  close_dialogs (KOYOMI_WINDOW (window));
  koyomi_window_flush (KOYOMI_WINDOW (window));
  remember_size (KOYOMI_WINDOW (window));

  return GTK_WINDOW_CLASS (koyomi_window_parent_class)->close_request (window);
}

static void
koyomi_window_dispose (GObject *object)
{
  KoyomiWindow *self = KOYOMI_WINDOW (object);

  g_clear_handle_id (&self->midnight_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  stop_check (self);
  g_clear_object (&self->toast);
  g_clear_object (&self->workspace);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (koyomi_window_parent_class)->dispose (object);
}

/* What a toast or a window over this one asks for is an action of this one; these are of the plan in it. */
static void
pass_on_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GtkWidget *child = adw_toast_overlay_get_child (KOYOMI_WINDOW (widget)->overlay);

  if (KOYOMI_IS_PLAN_VIEW (child))
    gtk_widget_activate_action_variant (child, name, parameter);
}

static void
koyomi_window_class_init (KoyomiWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = koyomi_window_close_request;

  gtk_widget_class_install_action (widget_class, "plan.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "plan.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "plan.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "plan.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "plan.breaches", NULL, pass_on_action);
  gtk_widget_class_install_action (widget_class, "plan.readiness", NULL, pass_on_action);
  gtk_widget_class_install_action (widget_class, "plan.show-record", "(ux)", pass_on_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "plan.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "plan.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "plan.redo", NULL);
  /* Not keys of the application: these come after what has the focus, in which one may want to write a question mark. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "win.show-help-overlay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.show-help-overlay", NULL);
}

static void
koyomi_window_init (KoyomiWindow *self)
{
  g_autoptr(GSimpleAction) help = g_simple_action_new ("show-help-overlay", NULL);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->overlay));
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 360);

  g_signal_connect_object (help, "activate", G_CALLBACK (show_help_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (help));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

/* A window with the start page, of the size that the last one had. */
KoyomiWindow *
koyomi_window_new (AdwApplication *application,
                   GSettings      *settings,
                   KoyomiLanguage  language)
{
  KoyomiWindow *self = g_object_new (KOYOMI_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->language = language;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  return self;
}

/* Shows the plan; NULL for the start page. */
void
koyomi_window_set_session (KoyomiWindow  *self,
                           KoyomiSession *session)
{
  g_autoptr(GtkWidget) before = NULL;

  g_return_if_fail (KOYOMI_IS_WINDOW (self));

  g_set_object (&self->session, session);
  before = build_content (self);
  stop_check (self);
  wait_for_midnight (self);
  wait_for_rest (self);
}

/* Returns: (transfer none) (nullable): the plan that is shown */
KoyomiSession *
koyomi_window_get_session (KoyomiWindow *self)
{
  g_return_val_if_fail (KOYOMI_IS_WINDOW (self), NULL);

  return self->session;
}

/* Returns: (transfer none) (nullable): what its views are given; NULL on the start page. A new one when the language changes */
KoyomiWorkspace *
koyomi_window_get_workspace (KoyomiWindow *self)
{
  g_return_val_if_fail (KOYOMI_IS_WINDOW (self), NULL);

  return self->workspace;
}

/* Shows everything in @language from now on, where one was before. */
void
koyomi_window_set_language (KoyomiWindow   *self,
                            KoyomiLanguage  language)
{
  g_autoptr(GtkWidget) before = NULL;

  g_return_if_fail (KOYOMI_IS_WINDOW (self));

  if (self->language == language)
    return;

  self->language = language;
  before = build_content (self);
  if (self->workspace != NULL)
    koyomi_plan_view_take_over (KOYOMI_PLAN_VIEW (adw_toast_overlay_get_child (self->overlay)), KOYOMI_PLAN_VIEW (before));
}

/* Writes what is typed but not yet saved. */
void
koyomi_window_flush (KoyomiWindow *self)
{
  g_return_if_fail (KOYOMI_IS_WINDOW (self));

  if (self->workspace != NULL)
    koyomi_workspace_flush (self->workspace);
}

/* Shows what today is now: the day may have ended, or the zone been changed. */
void
koyomi_window_check_day (KoyomiWindow *self)
{
  g_return_if_fail (KOYOMI_IS_WINDOW (self));

  self->day = koyomi_day_today ();
  wait_for_midnight (self);
  if (self->workspace != NULL)
    koyomi_workspace_refresh (self->workspace);
}
