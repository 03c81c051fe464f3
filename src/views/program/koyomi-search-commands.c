#include "koyomi-search-commands.h"

#include "koyomi-plan-page.h"

#include <adwaita.h>
#include <string.h>

/* What is not to be found by a search. */
static const char * const left_out[] = { "plan.search", "plan.menu" };

/* Of 開く(_O) and _Open. */
static char *
strip_mnemonic (const char *label)
{
  g_autoptr(GRegex) mnemonic = g_regex_new ("\\(_\\w\\)|_(?=[^_])", 0, 0, NULL);

  return g_regex_replace_literal (mnemonic, label, -1, 0, "", 0, NULL);
}

static gboolean
is_of_action (GtkShortcut *shortcut,
              const char  *action,
              GVariant    *target)
{
  GtkShortcutAction *named = gtk_shortcut_get_action (shortcut);
  GVariant *arguments = gtk_shortcut_get_arguments (shortcut);

  if (!GTK_IS_NAMED_ACTION (named) || g_strcmp0 (gtk_named_action_get_action_name (GTK_NAMED_ACTION (named)), action) != 0)
    return FALSE;

  return target == NULL ? arguments == NULL : arguments != NULL && g_variant_equal (arguments, target);
}

/* Returns: (nullable): the first key that a shortcut of the widget has for the action */
static char *
find_own_keys (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GListModel) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (controller); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (controller, j);

          if (is_of_action (shortcut, action, target))
            return gtk_shortcut_trigger_to_label (gtk_shortcut_get_trigger (shortcut), gtk_widget_get_display (widget));
        }
    }

  return NULL;
}

static char *
find_application_keys (const char *action)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_auto(GStrv) keys = application != NULL ? gtk_application_get_accels_for_action (application, action) : NULL;
  GdkModifierType modifiers;
  guint key;

  if (keys == NULL || keys[0] == NULL || !gtk_accelerator_parse (keys[0], &key, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (key, modifiers);
}

static char *
find_keys (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  char *keys = find_application_keys (action);

  for (; widget != NULL && keys == NULL; widget = gtk_widget_get_parent (widget))
    keys = find_own_keys (widget, action, target);

  return keys != NULL ? keys : g_strdup ("");
}

/* GTK tells it to buttons only. */
static gboolean
is_enabled (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());
  gboolean is_enabled;

  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  is_enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  g_object_unref (button);

  return is_enabled;
}

static gboolean
is_known (GPtrArray  *commands,
          const char *action,
          GVariant   *target)
{
  for (guint i = 0; i < commands->len; i++)
    {
      const KoyomiSearchCommand *command = g_ptr_array_index (commands, i);

      if (g_str_equal (command->action, action) &&
          (target == command->target || (target != NULL && command->target != NULL && g_variant_equal (target, command->target))))
        return TRUE;
    }

  return FALSE;
}

static void
add_command (GPtrArray  *commands,
             GtkWidget  *widget,
             const char *action,
             GVariant   *target,
             const char *label)
{
  KoyomiSearchCommand *command;

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_equal (left_out[i], action))
      return;

  if (is_known (commands, action, target) || !is_enabled (widget, action, target))
    return;

  command = g_new0 (KoyomiSearchCommand, 1);
  command->widget = widget;
  command->action = g_strdup (action);
  command->target = target != NULL ? g_variant_ref (target) : NULL;
  command->title = strip_mnemonic (label);
  command->keys = find_keys (widget, action, target);
  g_ptr_array_add (commands, command);
}

static void
add_menu (GPtrArray  *commands,
          GtkWidget  *widget,
          GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autoptr(GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *action = NULL;
      g_autofree char *label = NULL;

      if (section != NULL)
        add_menu (commands, widget, section);
      if (submenu != NULL)
        add_menu (commands, widget, submenu);
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action) &&
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        add_command (commands, widget, action, target, label);
    }
}

/* Returns: (nullable): the first text in the widget */
static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL; child = gtk_widget_get_next_sibling (child))
    text = find_text (child);

  return text;
}

/* What the button is for, without its key: “New Activity (Insert)”. */
static char *
dup_purpose (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  const char *end = tooltip != NULL ? strstr (tooltip, " (") : NULL;

  return end != NULL ? g_strndup (tooltip, end - tooltip) : g_strdup (tooltip != NULL ? tooltip : find_text (button));
}

/* Of those that are seen by their text. */
static void
add_button (GPtrArray *commands,
            GtkWidget *button)
{
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  g_autofree char *purpose = dup_purpose (button);

  if (action != NULL && find_text (button) != NULL)
    add_command (commands, button, action, gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), purpose);
}

static void
add_widgets (GPtrArray *commands,
             GtkWidget *widget,
             gboolean   is_in_bar)
{
  GMenuModel *menu = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) : NULL;

  if (!gtk_widget_get_visible (widget))
    return;

  if (menu != NULL)
    add_menu (commands, widget, menu);
  else if (is_in_bar && GTK_IS_BUTTON (widget))
    add_button (commands, widget);
  else if (GTK_IS_STACK (widget) && gtk_stack_get_visible_child (GTK_STACK (widget)) != NULL)
    add_widgets (commands, gtk_stack_get_visible_child (GTK_STACK (widget)), is_in_bar);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      add_widgets (commands, child, is_in_bar || ADW_IS_HEADER_BAR (widget));
}

static void
add_views (GPtrArray      *commands,
           GtkWidget      *plan,
           KoyomiLanguage  language)
{
  for (int i = 0; i < koyomi_n_plan_pages; i++)
    {
      g_autoptr(GVariant) target = g_variant_ref_sink (g_variant_new_int32 (i));
      /* Translators: %s is a view, such as Calendar */
      g_autofree char *title = g_strdup_printf (koyomi_tr (language, N_("Go to %s")),
                                                koyomi_tr (language, koyomi_plan_pages[i].title));

      add_command (commands, plan, "plan.show-view", target, title);
    }
}

/**
 * koyomi_search_commands_list:
 * @plan: the KoyomiPlanView
 *
 * Returns: (transfer full) (element-type KoyomiSearchCommand): what can be done now
 */
GPtrArray *
koyomi_search_commands_list (GtkWidget      *plan,
                             KoyomiLanguage  language)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_search_command_free);

  add_views (commands, plan, language);
  add_widgets (commands, plan, FALSE);

  return commands;
}

/* Returns: (transfer full): the action with its target, by which the command is found again */
char *
koyomi_search_command_dup_name (const KoyomiSearchCommand *self)
{
  return g_action_print_detailed_name (self->action, self->target);
}

void
koyomi_search_command_run (const KoyomiSearchCommand *self)
{
  gtk_widget_activate_action_variant (self->widget, self->action, self->target);
}

void
koyomi_search_command_free (KoyomiSearchCommand *self)
{
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self->action);
  g_free (self->title);
  g_free (self->keys);
  g_free (self);
}
