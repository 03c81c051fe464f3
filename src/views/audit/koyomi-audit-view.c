#include "koyomi-audit-view.h"

#include "koyomi-audit-page.h"
#include "koyomi-drop-names.h"
#include "koyomi-controls-page.h"
#include "koyomi-evidence-page.h"
#include "koyomi-finding-dialog.h"
#include "koyomi-focus.h"
#include "koyomi-history-buttons.h"
#include "koyomi-ui.h"
#include "koyomi-view-keys.h"

#include <adwaita.h>

struct _KoyomiAuditView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *box;
  GtkWidget       *toggles;
  GtkWidget       *names;        /* in place of the toggles where there is no room for them */
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkWidget       *pages;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiAuditView, box),
  KOYOMI_UI_CHILD (KoyomiAuditView, toggles),
  KOYOMI_UI_CHILD (KoyomiAuditView, names),
  KOYOMI_UI_CHILD (KoyomiAuditView, undo_button),
  KOYOMI_UI_CHILD (KoyomiAuditView, redo_button),
  KOYOMI_UI_CHILD (KoyomiAuditView, pages),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiAuditView, koyomi_audit_view, GTK_TYPE_WIDGET)

static void
press_toggle (KoyomiAuditView *self,
              const char      *id)
{
  for (GtkWidget *toggle = gtk_widget_get_first_child (self->toggles); toggle != NULL; toggle = gtk_widget_get_next_sibling (toggle))
    if (g_str_equal (gtk_widget_get_name (toggle), id))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static void
show_page (KoyomiAuditView *self,
           const char      *id)
{
  gboolean had_focus = koyomi_focus_is_in (self->pages);

  if (gtk_stack_get_child_by_name (GTK_STACK (self->pages), id) == NULL)
    gtk_stack_add_named (GTK_STACK (self->pages), koyomi_audit_page_find (id)->create (self->workspace), id);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), id);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->names), koyomi_audit_page_find (id) - koyomi_audit_pages);
  if (had_focus)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->pages)));
}

/* What is typed on the page that goes is written. */
static void
toggled_cb (KoyomiAuditView *self,
            GtkToggleButton *toggle)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;

  koyomi_workspace_flush (self->workspace);
  show_page (self, gtk_widget_get_name (GTK_WIDGET (toggle)));
}

static void
named_cb (KoyomiAuditView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->names));

  if (selected < koyomi_n_audit_pages)
    press_toggle (self, koyomi_audit_pages[selected].id);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  koyomi_audit_view_show_page (KOYOMI_AUDIT_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
new_finding_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KoyomiAuditView *self = KOYOMI_AUDIT_VIEW (widget);

  koyomi_workspace_flush (self->workspace);
  koyomi_finding_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, NULL);
}

static gboolean
koyomi_audit_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (KOYOMI_AUDIT_VIEW (widget)->pages));

  return page != NULL && gtk_widget_grab_focus (page);
}

static void
koyomi_audit_view_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_AUDIT_VIEW (object)->workspace);

  G_OBJECT_CLASS (koyomi_audit_view_parent_class)->dispose (object);
}

static void
koyomi_audit_view_class_init (KoyomiAuditViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_audit_view_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_audit_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "audit.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "audit.new-finding", NULL, new_finding_action);
}

static void
koyomi_audit_view_init (KoyomiAuditView *self)
{
}

static void
add_toggles (KoyomiAuditView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < koyomi_n_audit_pages; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (koyomi_workspace_tr (self->workspace, koyomi_audit_pages[i].title));

      gtk_string_list_append (names, koyomi_workspace_tr (self->workspace, koyomi_audit_pages[i].title));
      gtk_widget_set_name (toggle, koyomi_audit_pages[i].id);
      gtk_widget_set_focus_on_click (toggle, FALSE);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), first);
      gtk_box_append (GTK_BOX (self->toggles), toggle);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (toggle);
    }
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->names), names, 0);
  g_signal_connect_object (self->names, "notify::selected", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
}

static const KoyomiViewKey view_keys[] = {
  { GDK_KEY_Insert, 0, "audit.new-finding" },
};

GtkWidget *
koyomi_audit_view_new (KoyomiWorkspace *workspace)
{
  KoyomiAuditView *self = g_object_new (KOYOMI_TYPE_AUDIT_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_AUDIT_VIEW, "koyomi-audit-view", koyomi_workspace_get_language (workspace), children);
  koyomi_history_buttons_attach (self->undo_button, self->redo_button, workspace);
  koyomi_view_keys_attach (GTK_WIDGET (self), view_keys, G_N_ELEMENTS (view_keys));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audit.new-finding", koyomi_workspace_can_edit (workspace));
  add_toggles (self);
  koyomi_audit_view_show_page (self, koyomi_audit_pages[0].id);

  return GTK_WIDGET (self);
}

/* Shows the page that @other shows of the same plan. */
void
koyomi_audit_view_take_over (KoyomiAuditView *self,
                             KoyomiAuditView *other)
{
  g_return_if_fail (KOYOMI_IS_AUDIT_VIEW (self) && KOYOMI_IS_AUDIT_VIEW (other));

  koyomi_audit_view_show_page (self, gtk_stack_get_visible_child_name (GTK_STACK (other->pages)));
}

/* @id: one of koyomi-audit-page.c */
void
koyomi_audit_view_show_page (KoyomiAuditView *self,
                             const char      *id)
{
  g_return_if_fail (KOYOMI_IS_AUDIT_VIEW (self) && koyomi_audit_page_find (id) != NULL);

  press_toggle (self, id);
}

/* Evidence or a control, on its page. */
void
koyomi_audit_view_show_record (KoyomiAuditView *self,
                               KoyomiTableId    table,
                               gint64           id)
{
  GtkWidget *page;

  koyomi_audit_view_show_page (self, table == KOYOMI_TABLE_EVIDENCE ? "evidence" : "controls");
  page = gtk_stack_get_visible_child (GTK_STACK (self->pages));
  if (KOYOMI_IS_EVIDENCE_PAGE (page))
    koyomi_evidence_page_choose (KOYOMI_EVIDENCE_PAGE (page), id);
  else if (KOYOMI_IS_CONTROLS_PAGE (page))
    koyomi_controls_page_choose (KOYOMI_CONTROLS_PAGE (page), id);
  gtk_widget_grab_focus (page);
}
