#include "koyomi-plan-view.h"

#include "koyomi-calendar-view.h"
#include "koyomi-history.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiPlanView
{
  GtkWidget         parent_instance;

  KoyomiWorkspace  *workspace;
  GtkWidget        *flap;
  GtkWidget        *stack;
  GtkWidget        *views;          /* the list of the sidebar */
  GtkWidget        *menu_button;
  GtkWidget        *file_label;
  GtkWidget        *state_label;
  GtkWidget        *banner;
  GtkWidget        *banner_label;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiPlanView, flap),
  KOYOMI_UI_CHILD (KoyomiPlanView, stack),
  KOYOMI_UI_CHILD (KoyomiPlanView, views),
  KOYOMI_UI_CHILD (KoyomiPlanView, menu_button),
  KOYOMI_UI_CHILD (KoyomiPlanView, file_label),
  KOYOMI_UI_CHILD (KoyomiPlanView, state_label),
  KOYOMI_UI_CHILD (KoyomiPlanView, banner),
  KOYOMI_UI_CHILD (KoyomiPlanView, banner_label),
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
update_state (KoyomiPlanView *self)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);
  g_autofree char *reason = NULL;

  gtk_label_set_label (GTK_LABEL (self->state_label), can_edit ? koyomi_tr (language, "All changes saved")
                                                               : koyomi_tr (language, "Read only"));
  gtk_widget_set_visible (self->banner, !can_edit);
  if (!can_edit)
    {
      reason = koyomi_session_explain_read_only (session, language);
      gtk_label_set_label (GTK_LABEL (self->banner_label), reason);
    }
}

static void
plan_changed_cb (KoyomiPlanView *self)
{
  update_menu (self);
  update_state (self);
}

static void
view_selected_cb (KoyomiPlanView *self,
                  GtkListBoxRow  *row)
{
  const char *name = row != NULL ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;

  if (name == NULL)
    return;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
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
  AdwFlap *flap = ADW_FLAP (KOYOMI_PLAN_VIEW (widget)->flap);

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
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

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_F9, 0, "plan.toggle-sidebar", NULL);
}

static void
koyomi_plan_view_init (KoyomiPlanView *self)
{
}

GtkWidget *
koyomi_plan_view_new (KoyomiWorkspace *workspace)
{
  KoyomiPlanView *self = g_object_new (KOYOMI_TYPE_PLAN_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_PLAN_VIEW, "koyomi-plan-view", koyomi_workspace_get_language (workspace), children);

  gtk_stack_add_named (GTK_STACK (self->stack), koyomi_calendar_view_new (workspace), "calendar");
  g_settings_bind (koyomi_workspace_get_settings (workspace), "sidebar-visible", self->flap, "reveal-flap",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->views, "row-selected", G_CALLBACK (view_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_select_row (GTK_LIST_BOX (self->views), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->views), 0));
  show_file (self);
  plan_changed_cb (self);

  return GTK_WIDGET (self);
}
