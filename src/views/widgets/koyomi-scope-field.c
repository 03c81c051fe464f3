#include "koyomi-scope-field.h"

#include "koyomi-focus.h"

#include <adwaita.h>

#define N_SCOPES 3

struct _KoyomiScopeField
{
  GtkWidget  parent_instance;

  GtkWidget *group;
  GtkWidget *rows[N_SCOPES];
  GtkWidget *buttons[N_SCOPES];
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiScopeField, koyomi_scope_field, GTK_TYPE_WIDGET)

static void
koyomi_scope_field_dispose (GObject *object)
{
  KoyomiScopeField *self = KOYOMI_SCOPE_FIELD (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_scope_field_parent_class)->dispose (object);
}

static gboolean
koyomi_scope_field_grab_focus (GtkWidget *widget)
{
  KoyomiScopeField *self = KOYOMI_SCOPE_FIELD (widget);

  return gtk_widget_grab_focus (self->buttons[koyomi_scope_field_get_scope (self)]);
}

static void
koyomi_scope_field_class_init (KoyomiScopeFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_scope_field_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_scope_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_SCOPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
koyomi_scope_field_init (KoyomiScopeField *self)
{
}

static void
toggled_cb (KoyomiScopeField *self,
            GtkCheckButton   *button)
{
  if (gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (KoyomiScopeField *self,
         KoyomiScope       scope,
         const char       *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (scope > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (self->buttons[0]));

  self->rows[scope] = row;
  self->buttons[scope] = button;
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

/* @scope: what is chosen at first */
GtkWidget *
koyomi_scope_field_new (KoyomiLanguage language,
                        KoyomiScope    scope)
{
  KoyomiScopeField *self = g_object_new (KOYOMI_TYPE_SCOPE_FIELD, NULL);

  self->group = adw_preferences_group_new ();
  add_row (self, KOYOMI_SCOPE_THIS, koyomi_tr (language, "This run only"));
  add_row (self, KOYOMI_SCOPE_LATER, koyomi_tr (language, "This and later runs"));
  add_row (self, KOYOMI_SCOPE_ALL, koyomi_tr (language, "All runs"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_ancestor (self->rows[0], GTK_TYPE_LIST_BOX)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "What it is for"), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->buttons[scope]), TRUE);
  for (guint i = 0; i < N_SCOPES; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @subtitle: what the scope means here, translated */
void
koyomi_scope_field_set_subtitle (KoyomiScopeField *self,
                                 KoyomiScope       scope,
                                 const char       *subtitle)
{
  g_return_if_fail (KOYOMI_IS_SCOPE_FIELD (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[scope]), subtitle);
}

KoyomiScope
koyomi_scope_field_get_scope (KoyomiScopeField *self)
{
  KoyomiScope scope = KOYOMI_SCOPE_THIS;

  g_return_val_if_fail (KOYOMI_IS_SCOPE_FIELD (self), KOYOMI_SCOPE_THIS);

  while (scope < KOYOMI_SCOPE_ALL && !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->buttons[scope])))
    scope++;

  return scope;
}
