#include "koyomi-plan-window.h"

#include "koyomi-error-dialog.h"
#include "koyomi-history.h"

/* What a toast takes of the lower end of a window */
#define TOAST_ROOM 64

typedef struct
{
  KoyomiWorkspace *workspace;
  AdwToastOverlay *toasts;      /* around the body; NULL where that was not set */
  AdwToast        *toast;       /* that was shown last; NULL once it has gone */
  GtkWidget       *first;       /* what has the focus at first; NULL to leave it to GTK */
} KoyomiPlanWindowPrivate;

enum
{
  PROP_BODY = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_TYPE_WITH_PRIVATE (KoyomiPlanWindow, koyomi_plan_window, ADW_TYPE_WINDOW)

static KoyomiPlanWindowPrivate *
get_private (KoyomiPlanWindow *self)
{
  return koyomi_plan_window_get_instance_private (self);
}

static void
update_actions (KoyomiPlanWindow *self)
{
  KoyomiSession *session = koyomi_plan_window_get_session (self);
  gboolean can_edit = koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (self));
  g_autoptr(KoyomiEntry) undoable = can_edit ? koyomi_session_get_undoable (session, NULL) : NULL;
  g_autoptr(KoyomiEntry) redoable = can_edit ? koyomi_session_get_redoable (session, NULL) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.undo", undoable != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.redo", redoable != NULL);
}

static void
refresh (KoyomiPlanWindow *self)
{
  g_autoptr(GError) error = NULL;

  update_actions (self);
  if (KOYOMI_PLAN_WINDOW_GET_CLASS (self)->refresh (self, &error))
    return;

  if (!g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND))
    koyomi_workspace_fail (koyomi_plan_window_get_workspace (self),
                           koyomi_plan_window_tr (self, N_("The plan could not be read")), error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiPlanWindow *self = KOYOMI_PLAN_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (self));
  if (!koyomi_session_undo (koyomi_plan_window_get_session (self), &error))
    koyomi_plan_window_fail (self, koyomi_plan_window_tr (self, N_("The last change was not undone")), error);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiPlanWindow *self = KOYOMI_PLAN_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_redo (koyomi_plan_window_get_session (self), &error))
    koyomi_plan_window_fail (self, koyomi_plan_window_tr (self, N_("The change was not done again")), error);
}

/* The screen reader takes a window whose focus was set earlier for something else. */
static void
koyomi_plan_window_map (GtkWidget *widget)
{
  GtkWidget *first = get_private (KOYOMI_PLAN_WINDOW (widget))->first;

  GTK_WIDGET_CLASS (koyomi_plan_window_parent_class)->map (widget);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static gboolean
koyomi_plan_window_close_request (GtkWindow *window)
{
  koyomi_workspace_flush (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (window)));

  return GTK_WINDOW_CLASS (koyomi_plan_window_parent_class)->close_request (window);
}

/* The main window may go without asking this one to close. */
static void
koyomi_plan_window_unmap (GtkWidget *widget)
{
  KoyomiPlanWindowPrivate *priv = get_private (KOYOMI_PLAN_WINDOW (widget));

  if (priv->workspace != NULL)
    koyomi_workspace_flush (priv->workspace);

  GTK_WIDGET_CLASS (koyomi_plan_window_parent_class)->unmap (widget);
}

/* GTK 4.8 would remember a parent that is gone, if work that goes on holds this window longer. */
static void
koyomi_plan_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_plan_window_parent_class)->unrealize (widget);

  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

/* The place for toasts would take Escape for the toast that it shows. */
static void
close_on_escape (GtkWidget *body)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (body, controller);
}

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double beyond;

  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  beyond = bounds.origin.y + bounds.size.height - gtk_widget_get_height (scroller);
  if (beyond > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + beyond);
}

static gboolean
show_focus_cb (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));

  if (focus != NULL)
    scroll_to (focus);

  return G_SOURCE_REMOVE;
}

/* Where the toast would lie over what has the focus, the window ends above the toast as long as that is shown. */
static void
make_room (KoyomiPlanWindow *self)
{
  KoyomiPlanWindowPrivate *priv = get_private (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *body = priv->toasts != NULL ? adw_toast_overlay_get_child (priv->toasts) : NULL;
  graphene_rect_t bounds;

  if (priv->toast == NULL || focus == NULL || body == NULL || gtk_widget_get_margin_bottom (body) > 0 ||
      !gtk_widget_compute_bounds (focus, body, &bounds) ||
      bounds.origin.y + bounds.size.height <= gtk_widget_get_height (body) - TOAST_ROOM)
    return;

  gtk_widget_set_margin_bottom (body, TOAST_ROOM);
  /* Once the body has its new height. */
  g_idle_add_full (G_PRIORITY_LOW, show_focus_cb, g_object_ref (self), g_object_unref);
}

static void
toast_gone_cb (KoyomiPlanWindow *self,
               AdwToast         *toast)
{
  KoyomiPlanWindowPrivate *priv = get_private (self);

  if (priv->toast != toast)
    return;

  priv->toast = NULL;
  if (priv->toasts != NULL && adw_toast_overlay_get_child (priv->toasts) != NULL)
    gtk_widget_set_margin_bottom (adw_toast_overlay_get_child (priv->toasts), 0);
}

static void
koyomi_plan_window_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  GtkWidget *body = g_value_get_object (value);

  adw_toast_overlay_set_child (get_private (KOYOMI_PLAN_WINDOW (object))->toasts, body);
  close_on_escape (body);
}

static void
koyomi_plan_window_dispose (GObject *object)
{
  KoyomiPlanWindowPrivate *priv = get_private (KOYOMI_PLAN_WINDOW (object));

  g_clear_weak_pointer (&priv->toasts);
  g_clear_weak_pointer (&priv->first);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (koyomi_plan_window_parent_class)->dispose (object);
}

static void
koyomi_plan_window_class_init (KoyomiPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_plan_window_dispose;
  G_OBJECT_CLASS (klass)->set_property = koyomi_plan_window_set_property;
  widget_class->map = koyomi_plan_window_map;
  widget_class->unmap = koyomi_plan_window_unmap;
  widget_class->unrealize = koyomi_plan_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = koyomi_plan_window_close_request;

  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  gtk_widget_class_install_action (widget_class, "plan.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "plan.redo", NULL, redo_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "plan.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "plan.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "plan.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
koyomi_plan_window_init (KoyomiPlanWindow *self)
{
  KoyomiPlanWindowPrivate *priv = get_private (self);

  g_set_weak_pointer (&priv->toasts, ADW_TOAST_OVERLAY (adw_toast_overlay_new ()));
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (priv->toasts));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (make_room), NULL);
}

/* Builds the window of ui/NAME.ui over @parent, which may be over another one itself. */
void
koyomi_plan_window_build (KoyomiPlanWindow    *self,
                          GtkWindow           *parent,
                          KoyomiWorkspace     *workspace,
                          const char          *name,
                          const KoyomiUiChild *children)
{
  g_return_if_fail (KOYOMI_IS_PLAN_WINDOW (self));

  get_private (self)->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, G_OBJECT_TYPE (self), name, koyomi_workspace_get_language (workspace), children);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "run-wanted", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "incident-wanted", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
}

/* Gives @first the focus once the window is shown. */
void
koyomi_plan_window_set_focus (KoyomiPlanWindow *self,
                              GtkWidget        *first)
{
  g_set_weak_pointer (&get_private (self)->first, first);
}

/* Shows the window with the plan as it stands; takes it away again at once when what it is about is not there. */
void
koyomi_plan_window_show (KoyomiPlanWindow *self)
{
  gtk_window_present (GTK_WINDOW (self));
  refresh (self);
}

/* Returns: whether toasts can be shown in the window while it lies over the main one; their actions are "plan.undo" and "plan.redo" */
gboolean
koyomi_plan_window_can_toast (KoyomiPlanWindow *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_WINDOW (self), FALSE);

  return get_private (self)->toasts != NULL;
}

/* Shows the toast so that it never lies over what has the focus.
 *
 * @toast: (transfer full) */
void
koyomi_plan_window_add_toast (KoyomiPlanWindow *self,
                              AdwToast         *toast)
{
  g_return_if_fail (KOYOMI_IS_PLAN_WINDOW (self));
  g_return_if_fail (get_private (self)->toasts != NULL);

  get_private (self)->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_gone_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (get_private (self)->toasts, toast);
  make_room (self);
}

KoyomiWorkspace *
koyomi_plan_window_get_workspace (KoyomiPlanWindow *self)
{
  g_return_val_if_fail (KOYOMI_IS_PLAN_WINDOW (self), NULL);

  return get_private (self)->workspace;
}

KoyomiSession *
koyomi_plan_window_get_session (KoyomiPlanWindow *self)
{
  return koyomi_workspace_get_session (koyomi_plan_window_get_workspace (self));
}

KoyomiLanguage
koyomi_plan_window_get_language (KoyomiPlanWindow *self)
{
  return koyomi_workspace_get_language (koyomi_plan_window_get_workspace (self));
}

/* Returns: @text in the language of the window */
const char *
koyomi_plan_window_tr (KoyomiPlanWindow *self,
                       const char       *text)
{
  return koyomi_tr (koyomi_plan_window_get_language (self), text);
}

/* Tells, over this window, that something could not be done. @title: what, translated */
void
koyomi_plan_window_fail (KoyomiPlanWindow *self,
                         const char       *title,
                         const GError     *error)
{
  koyomi_error_dialog_present (GTK_WINDOW (self), koyomi_plan_window_get_language (self), title,
                               koyomi_session_get_path (koyomi_plan_window_get_session (self)), error);
}
