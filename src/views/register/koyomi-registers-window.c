#include "koyomi-registers-window.h"

#include "koyomi-register-export.h"

struct _KoyomiRegistersWindow
{
  KoyomiPlanWindow    parent_instance;

  GtkStack           *stack;
  GtkStackSwitcher   *switcher;

  KoyomiRegisterPage *pages[KOYOMI_N_REGISTERS];   /* NULL until one is shown */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRegistersWindow, stack),
  KOYOMI_UI_CHILD (KoyomiRegistersWindow, switcher),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRegistersWindow, koyomi_registers_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiWorkspace *
get_workspace (KoyomiRegistersWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

/* Returns: which of the registers is shown */
static guint
get_index (KoyomiRegistersWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return name != NULL ? atoi (name) : 0;
}

/* Returns: (nullable) (transfer none): the register that is shown */
KoyomiRegisterPage *
koyomi_registers_window_get_page (KoyomiRegistersWindow *self)
{
  g_return_val_if_fail (KOYOMI_IS_REGISTERS_WINDOW (self), NULL);

  return self->stack != NULL ? self->pages[get_index (self)] : NULL;
}

static void
update_actions (KoyomiRegistersWindow *self)
{
  KoyomiRegisterPage *page = koyomi_registers_window_get_page (self);
  gboolean can_edit = koyomi_workspace_can_edit (get_workspace (self));
  gboolean has_row = page != NULL && koyomi_register_page_has_own_row (page);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "registers.add", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "registers.edit", can_edit && has_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "registers.duplicate", can_edit && has_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "registers.remove", can_edit && has_row);
}

/* A register is made when it is shown for the first time. */
static gboolean
show_page (KoyomiRegistersWindow  *self,
           GError                **error)
{
  guint index = get_index (self);

  if (self->pages[index] == NULL)
    {
      GtkWidget *page = koyomi_register_page_new (get_workspace (self), koyomi_register_kind_get (index));

      self->pages[index] = KOYOMI_REGISTER_PAGE (page);
      adw_bin_set_child (ADW_BIN (gtk_stack_get_visible_child (self->stack)), page);
      g_signal_connect_object (page, "chosen", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
    }

  if (!koyomi_register_page_load (self->pages[index], error))
    return FALSE;

  update_actions (self);

  return TRUE;
}

static gboolean
koyomi_registers_window_refresh (KoyomiPlanWindow  *window,
                                 GError           **error)
{
  return show_page (KOYOMI_REGISTERS_WINDOW (window), error);
}

static void
page_cb (KoyomiRegistersWindow *self)
{
  g_autoptr(GError) error = NULL;

  /* The stack goes before the window. */
  if (self->stack == NULL || gtk_stack_get_visible_child (self->stack) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (!show_page (self, &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("The plan could not be read")),
                             error);
}

static const struct
{
  const char *name;
  void (*act) (KoyomiRegisterPage *page);
  guint key;
  GdkModifierType modifiers;
} actions[] = {
  { "registers.add", koyomi_register_page_add, GDK_KEY_n, GDK_CONTROL_MASK },
  { "registers.edit", koyomi_register_page_edit, 0, 0 },
  { "registers.duplicate", koyomi_register_page_duplicate, GDK_KEY_d, GDK_CONTROL_MASK },
  { "registers.remove", koyomi_register_page_remove, 0, 0 },
  { "registers.find", koyomi_register_page_find, GDK_KEY_f, GDK_CONTROL_MASK },
};

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  KoyomiRegisterPage *page = koyomi_registers_window_get_page (KOYOMI_REGISTERS_WINDOW (widget));

  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].act (page);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiRegistersWindow *self = KOYOMI_REGISTERS_WINDOW (widget);

  koyomi_register_export_present (GTK_WINDOW (self), get_workspace (self), koyomi_register_kind_get (get_index (self)),
                                  g_str_equal (name, "registers.export-csv") ? KOYOMI_EXPORT_FORMAT_CSV : KOYOMI_EXPORT_FORMAT_XLSX);
}

static void
koyomi_registers_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_registers_window_parent_class)->dispose (object);
}

static void
koyomi_registers_window_class_init (KoyomiRegistersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_registers_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_registers_window_refresh;
  gtk_widget_class_install_action (widget_class, "registers.export-xlsx", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "registers.export-csv", NULL, export_action);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
}

static void
koyomi_registers_window_init (KoyomiRegistersWindow *self)
{
}

static void
add_pages (KoyomiRegistersWindow *self,
           KoyomiTableId          table)
{
  for (guint i = 0; i < KOYOMI_N_REGISTERS; i++)
    {
      const KoyomiRegisterKind *kind = koyomi_register_kind_get (i);
      g_autofree char *name = g_strdup_printf ("%u", i);
      GtkWidget *place = adw_bin_new ();

      gtk_stack_add_titled (self->stack, place, name, koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), kind->name));
      if (kind->table == table)
        gtk_stack_set_visible_child (self->stack, place);
    }
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
}

/**
 * koyomi_registers_window_present:
 * @table: of the register that is shown
 * @id: the row of it that is chosen; 0 for the first
 */
void
koyomi_registers_window_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 KoyomiTableId    table,
                                 gint64           id)
{
  g_autoptr(KoyomiRegistersWindow) self = g_object_ref (g_object_new (KOYOMI_TYPE_REGISTERS_WINDOW, NULL));

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-registers-window", children);
  add_pages (self, table);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
  if (koyomi_registers_window_get_page (self) == NULL)
    return;

  if (id != 0)
    koyomi_register_page_choose (koyomi_registers_window_get_page (self), id);
  gtk_widget_grab_focus (GTK_WIDGET (koyomi_registers_window_get_page (self)));
}
