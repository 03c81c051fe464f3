#include "koyomi-function-dialog.h"

#include "koyomi-function-card.h"
#include "koyomi-function-edit.h"
#include "koyomi-text.h"

#include <string.h>

struct _KoyomiFunctionDialog
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *create_button;
  GtkEditable      *name;
  AdwComboRow      *group;
  GtkEditable      *group_name;

  GPtrArray        *groups;          /* (element-type KoyomiRecord): the own ones; a new one comes behind them */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFunctionDialog, create_button),
  KOYOMI_UI_CHILD (KoyomiFunctionDialog, name),
  KOYOMI_UI_CHILD (KoyomiFunctionDialog, group),
  KOYOMI_UI_CHILD (KoyomiFunctionDialog, group_name),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiFunctionDialog, koyomi_function_dialog, KOYOMI_TYPE_PLAN_WINDOW)

static gboolean
is_new_group (KoyomiFunctionDialog *self)
{
  return adw_combo_row_get_selected (self->group) >= self->groups->len;
}

static void
update (KoyomiFunctionDialog *self)
{
  gboolean is_new = is_new_group (self);

  gtk_widget_set_visible (GTK_WIDGET (self->group_name), is_new);
  gtk_widget_set_sensitive (self->create_button, !koyomi_text_is_blank (gtk_editable_get_text (self->name)) &&
                                                 (!is_new || !koyomi_text_is_blank (gtk_editable_get_text (self->group_name))));
}

static void
create_cb (KoyomiFunctionDialog *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(KoyomiWorkspace) workspace = g_object_ref (koyomi_plan_window_get_workspace (window));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gint64 group = is_new_group (self) ? 0 : koyomi_record_get_id (g_ptr_array_index (self->groups,
                                                                                    adw_combo_row_get_selected (self->group)));
  g_autoptr(GError) error = NULL;
  gint64 function = koyomi_session_add_function (koyomi_plan_window_get_session (window), group,
                                                 gtk_editable_get_text (self->group_name), gtk_editable_get_text (self->name),
                                                 koyomi_plan_window_get_language (window), &error);

  if (function == 0)
    {
      koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The function was not added")), error);
      return;
    }

  gtk_window_close (GTK_WINDOW (self));
  koyomi_function_card_present (parent, workspace, function);
}

static GPtrArray *
list_own_groups (KoyomiPlanWindow  *window,
                 GError           **error)
{
  KoyomiSession *session = koyomi_plan_window_get_session (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, language, error);

  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      KoyomiRecord *catalogue = g_ptr_array_index (catalogues, i);

      if (strcmp (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), KOYOMI_OWN_CATALOGUE) == 0)
        return koyomi_session_list (session, KOYOMI_TABLE_GROUP, KOYOMI_GROUP_CATALOGUE, koyomi_record_get_id (catalogue),
                                    language, error);
    }

  return catalogues != NULL ? g_ptr_array_new () : NULL;
}

static gboolean
koyomi_function_dialog_refresh (KoyomiPlanWindow  *window,
                                GError           **error)
{
  KoyomiFunctionDialog *self = KOYOMI_FUNCTION_DIALOG (window);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *groups = list_own_groups (window, error);

  if (groups == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (groups, i)));
  gtk_string_list_append (names, koyomi_plan_window_tr (window, N_("New group")));

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  adw_combo_row_set_model (self->group, G_LIST_MODEL (names));
  update (self);

  return TRUE;
}

static void
koyomi_function_dialog_dispose (GObject *object)
{
  KoyomiFunctionDialog *self = KOYOMI_FUNCTION_DIALOG (object);

  if (self->group != NULL)
    g_signal_handlers_disconnect_by_func (self->group, update, self);
  koyomi_ui_clear (self, children);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_function_dialog_parent_class)->dispose (object);
}

static void
koyomi_function_dialog_class_init (KoyomiFunctionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_function_dialog_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_function_dialog_refresh;
}

static void
koyomi_function_dialog_init (KoyomiFunctionDialog *self)
{
  self->groups = g_ptr_array_new ();
}

void
koyomi_function_dialog_present (GtkWindow       *parent,
                                KoyomiWorkspace *workspace)
{
  KoyomiFunctionDialog *self = g_object_new (KOYOMI_TYPE_FUNCTION_DIALOG, NULL);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-function-dialog", children);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group_name, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->create_button, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);

  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->name));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
