#include "koyomi-part-row.h"

#include "koyomi-part-list.h"

struct _KoyomiPartRow
{
  GtkListBoxRow  parent_instance;

  gint64         id;
  GtkWidget     *line;
  GtkWidget     *texts;
  GtkWidget     *above;     /* NULL where there is nothing to say */
  GtkWidget     *title;
  GtkWidget     *below;     /* likewise */
  GtkWidget     *tick;      /* NULL for what is no task */
  GtkWidget     *button;    /* NULL without a menu */
  GMenu         *menu;
};

G_DEFINE_FINAL_TYPE (KoyomiPartRow, koyomi_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
do_key (GtkWidget     *widget,
        KoyomiPartKey  key)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, KOYOMI_TYPE_PART_LIST);

  if (list != NULL)
    koyomi_part_list_do (KOYOMI_PART_LIST (list), key, KOYOMI_PART_ROW (widget)->id);
}

static void
tick_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  do_key (widget, KOYOMI_PART_KEY_TICK);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  do_key (widget, KOYOMI_PART_KEY_REMOVE);
}

static void
up_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  do_key (widget, KOYOMI_PART_KEY_UP);
}

static void
down_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  do_key (widget, KOYOMI_PART_KEY_DOWN);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiPartRow *self = KOYOMI_PART_ROW (widget);

  if (self->button != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

static void
koyomi_part_row_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_PART_ROW (object)->menu);

  G_OBJECT_CLASS (koyomi_part_row_parent_class)->dispose (object);
}

static void
koyomi_part_row_class_init (KoyomiPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_part_row_dispose;

  gtk_widget_class_install_action (widget_class, "part.tick", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "part.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "part.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "part.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "part.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "part.tick", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "part.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "part.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "part.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "part.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "part.menu", NULL);
}

static void
koyomi_part_row_init (KoyomiPartRow *self)
{
  /* A box would ask how wide the texts are when they are as high as this, and take them for unwrapped. */
  self->line = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->line), 6);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->texts, TRUE);
  /* Filled by the title: GTK 4.8 may never end looking for the width of a box of wrapped texts that is to stand in the middle. */
  gtk_widget_set_vexpand (self->texts, FALSE);
  gtk_grid_attach (GTK_GRID (self->line), self->texts, 1, 0, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->line);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.tick", FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "koyomi-part");
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

/* @id: what the actions of its list are told */
GtkWidget *
koyomi_part_row_new (gint64      id,
                     const char *title)
{
  KoyomiPartRow *self = g_object_new (KOYOMI_TYPE_PART_ROW, NULL);

  self->id = id;
  self->title = make_label (title);
  gtk_widget_set_vexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self->texts), self->title);

  return GTK_WIDGET (self);
}

gint64
koyomi_part_row_get_id (KoyomiPartRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_PART_ROW (self), 0);

  return self->id;
}

/* @text: stands small above the title, such as when it was */
void
koyomi_part_row_set_above (KoyomiPartRow *self,
                           const char    *text)
{
  self->above = make_label (text);
  gtk_widget_add_css_class (self->above, "caption");
  gtk_widget_add_css_class (self->above, "dim-label");
  gtk_widget_add_css_class (self->above, "numeric");
  gtk_box_prepend (GTK_BOX (self->texts), self->above);
}

/* @text: stands small below the title; nothing does when it is ""
 * @css_class: (nullable): such as “error”; NULL for dim */
void
koyomi_part_row_set_below (KoyomiPartRow *self,
                           const char    *text,
                           const char    *css_class)
{
  if (*text == '\0')
    return;

  self->below = make_label (text);
  gtk_widget_add_css_class (self->below, "caption");
  gtk_widget_add_css_class (self->below, css_class != NULL ? css_class : "dim-label");
  gtk_box_append (GTK_BOX (self->texts), self->below);
}

static void
ticked_cb (KoyomiPartRow *self)
{
  do_key (GTK_WIDGET (self), KOYOMI_PART_KEY_TICK);
}

/* Makes it a task. */
void
koyomi_part_row_set_tick (KoyomiPartRow *self,
                          gboolean       ticked,
                          gboolean       sensitive)
{
  self->tick = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), ticked);
  gtk_widget_set_sensitive (self->tick, sensitive);
  gtk_widget_set_focusable (self->tick, FALSE);
  gtk_widget_set_focus_on_click (self->tick, FALSE);
  gtk_widget_set_valign (self->tick, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->title)), -1);
  g_signal_connect_object (self->tick, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->line), self->tick, 0, 0, 1, 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "part.tick", sensitive);
}

/* For what is over. */
void
koyomi_part_row_set_dim (KoyomiPartRow *self)
{
  gtk_widget_add_css_class (self->title, "dim-label");
}

/* Adds to the menu of the row. @label: translated, with a mnemonic; @action: takes the row's id */
void
koyomi_part_row_add_item (KoyomiPartRow *self,
                          const char    *label,
                          const char    *action)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  if (self->menu == NULL)
    self->menu = g_menu_new ();
  g_menu_item_set_action_and_target (item, action, "x", self->id);
  g_menu_append_item (self->menu, item);
}

/* The menu is made when it is wanted: there may be hundreds of rows. */
static void
open_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (KOYOMI_PART_ROW (data)->menu));
}

static void
add_menu_button (KoyomiPartRow *self,
                 const char    *name)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), open_menu_cb, self, NULL);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (self->line), self->button, 2, 0, 1, 1);
}

/* Once all is said. @menu_name: what the button of the menu is called; @comma: between the parts of what a screen reader says */
void
koyomi_part_row_finish (KoyomiPartRow *self,
                        const char    *menu_name,
                        const char    *comma)
{
  GString *text = g_string_new (gtk_label_get_label (GTK_LABEL (self->title)));

  if (self->above != NULL)
    g_string_append_printf (text, "%s%s", comma, gtk_label_get_label (GTK_LABEL (self->above)));
  if (self->below != NULL)
    g_string_append_printf (text, "%s%s", comma, gtk_label_get_label (GTK_LABEL (self->below)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  if (self->menu != NULL)
    add_menu_button (self, menu_name);
  g_string_free (text, TRUE);
}

gboolean
koyomi_part_row_holds_focus (KoyomiPartRow *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}
