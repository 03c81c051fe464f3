#include "koyomi-audit-pane.h"

#include "koyomi-focus.h"

typedef struct
{
  KoyomiWorkspace *workspace;
  gboolean         is_stale;
} KoyomiAuditPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KoyomiAuditPane, koyomi_audit_pane, GTK_TYPE_WIDGET)

static KoyomiAuditPanePrivate *
get_private (KoyomiAuditPane *self)
{
  return koyomi_audit_pane_get_instance_private (self);
}

/* Shows the plan as it stands, with what else is to be shown of it. */
void
koyomi_audit_pane_refresh (KoyomiAuditPane *self)
{
  KoyomiAuditPanePrivate *private = get_private (self);
  g_autoptr(GError) error = NULL;

  private->is_stale = FALSE;
  if (!KOYOMI_AUDIT_PANE_GET_CLASS (self)->refresh (self, &error))
    koyomi_workspace_fail (private->workspace, koyomi_workspace_tr (private->workspace, N_("The plan could not be read")), error);
}

static void
changed_cb (KoyomiAuditPane *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    koyomi_audit_pane_refresh (self);
  else
    get_private (self)->is_stale = TRUE;
}

static void
koyomi_audit_pane_map (GtkWidget *widget)
{
  if (get_private (KOYOMI_AUDIT_PANE (widget))->is_stale)
    koyomi_audit_pane_refresh (KOYOMI_AUDIT_PANE (widget));
  GTK_WIDGET_CLASS (koyomi_audit_pane_parent_class)->map (widget);
}

static gboolean
koyomi_audit_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), GTK_DIR_TAB_FORWARD);
}

/* Tab comes to what stands above the rows before it comes to them: GTK would have the pane grab the focus. */
static gboolean
koyomi_audit_pane_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_FORWARD && !koyomi_focus_is_in (widget))
    return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);

  return koyomi_focus_move (widget, direction);
}

static void
koyomi_audit_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&get_private (KOYOMI_AUDIT_PANE (object))->workspace);

  G_OBJECT_CLASS (koyomi_audit_pane_parent_class)->dispose (object);
}

static void
koyomi_audit_pane_class_init (KoyomiAuditPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_audit_pane_dispose;
  widget_class->map = koyomi_audit_pane_map;
  widget_class->focus = koyomi_audit_pane_focus;
  widget_class->grab_focus = koyomi_audit_pane_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_audit_pane_init (KoyomiAuditPane *self)
{
  get_private (self)->is_stale = TRUE;
}

/* For the function that makes a pane. */
void
koyomi_audit_pane_attach (KoyomiAuditPane *self,
                          KoyomiWorkspace *workspace)
{
  get_private (self)->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

KoyomiWorkspace *
koyomi_audit_pane_get_workspace (KoyomiAuditPane *self)
{
  g_return_val_if_fail (KOYOMI_IS_AUDIT_PANE (self), NULL);

  return get_private (self)->workspace;
}

KoyomiSession *
koyomi_audit_pane_get_session (KoyomiAuditPane *self)
{
  return koyomi_workspace_get_session (koyomi_audit_pane_get_workspace (self));
}

KoyomiLanguage
koyomi_audit_pane_get_language (KoyomiAuditPane *self)
{
  return koyomi_workspace_get_language (koyomi_audit_pane_get_workspace (self));
}

GtkWindow *
koyomi_audit_pane_get_window (KoyomiAuditPane *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Goes to where a row of the plan is shown and edited. */
void
koyomi_audit_pane_open (KoyomiAuditPane *self,
                        KoyomiTableId    table,
                        gint64           id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-record", "(ux)", table, id);
}
