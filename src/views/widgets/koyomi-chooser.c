#include "koyomi-chooser.h"

#include "koyomi-focus.h"
#include "koyomi-text-fold.h"

#include <string.h>

struct _KoyomiChooser
{
  GtkWidget           parent_instance;

  KoyomiLanguage      language;
  KoyomiChooserLoad   load;
  gpointer            load_data;
  GtkWidget          *caption;
  GtkWidget          *button;
  GtkWidget          *label;      /* in the button; NULL when it keeps a text of its own */
  gint64              id;
  char               *none;       /* what the choice of no row is called; NULL when a row is to be chosen */

  /* Of the list, while it is there: */
  GtkFilterListModel *rows;       /* not owned */
  GtkSingleSelection *selection;  /* likewise */
  GtkWidget          *list;
  char               *query;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiChooser, koyomi_chooser, GTK_TYPE_WIDGET)

static void
koyomi_chooser_dispose (GObject *object)
{
  KoyomiChooser *self = KOYOMI_CHOOSER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->none, g_free);

  G_OBJECT_CLASS (koyomi_chooser_parent_class)->dispose (object);
}

static gboolean
koyomi_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KOYOMI_CHOOSER (widget)->button);
}

static void
koyomi_chooser_class_init (KoyomiChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_chooser_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, KOYOMI_TYPE_CHOICE);
}

static void
koyomi_chooser_init (KoyomiChooser *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 3);
  self->query = g_strdup ("");
}

static gboolean
match_cb (gpointer item,
          gpointer data)
{
  return koyomi_choice_matches (item, KOYOMI_CHOOSER (data)->query);
}

static void
choose_row (KoyomiChooser *self,
            guint          position)
{
  g_autoptr(KoyomiChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (choice == NULL)
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  koyomi_chooser_show_choice (self, koyomi_choice_get_id (choice), koyomi_choice_get_title (choice));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
}

static void
searched_cb (KoyomiChooser  *self,
             GtkSearchEntry *entry)
{
  g_free (self->query);
  self->query = koyomi_text_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->rows), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter may come before the search has gone on with what was typed last. */
static void
search_activated_cb (KoyomiChooser  *self,
                     GtkSearchEntry *entry)
{
  guint position;

  searched_cb (self, entry);
  position = gtk_single_selection_get_selected (self->selection);
  choose_row (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

/* The arrows go from the search into the list. */
static gboolean
search_key_cb (KoyomiChooser   *self,
               guint            key,
               guint            code,
               GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->list);

  return GDK_EVENT_STOP;
}

static void
set_up_row_cb (KoyomiChooser *self,
               GtkListItem   *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (KoyomiChooser *self,
             GtkListItem   *item)
{
  KoyomiChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *detail = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), koyomi_choice_get_title (choice));
  gtk_label_set_text (GTK_LABEL (detail), koyomi_choice_get_detail (choice));
  gtk_widget_set_visible (detail, *koyomi_choice_get_detail (choice) != '\0');
}

static void
select_present (KoyomiChooser *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(KoyomiChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (koyomi_choice_get_id (choice) != self->id)
        continue;

      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
      return;
    }
}

/* Returns: (transfer full): what can be chosen now */
static GListModel *
load_rows (KoyomiChooser *self)
{
  GListStore *store = self->load (self->load_data);

  if (self->none != NULL)
    {
      g_autoptr(KoyomiChoice) none = koyomi_choice_new (0, self->none, NULL);

      g_list_store_insert (store, 0, none);
    }

  return G_LIST_MODEL (store);
}

static GtkWidget *
make_list (KoyomiChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  GtkWidget *frame = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  self->rows = gtk_filter_list_model_new (load_rows (self), filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->rows));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->caption)), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (choose_row), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_widget_set_size_request (frame, 280, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->list);

  return frame;
}

static GtkWidget *
make_search (KoyomiChooser *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (self->language, "Search"), -1);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);

  return entry;
}

/* Built when it is first asked for, and anew each time: the plan may have changed. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       data)
{
  KoyomiChooser *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_free (self->query);
  self->query = g_strdup ("");
  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  select_present (self);
}

/**
 * koyomi_chooser_new:
 * @caption: translated; may have a mnemonic
 * @data: for @load; lives as long as the chooser
 */
GtkWidget *
koyomi_chooser_new (const char        *caption,
                    KoyomiLanguage     language,
                    KoyomiChooserLoad  load,
                    gpointer           data)
{
  KoyomiChooser *self = g_object_new (KOYOMI_TYPE_CHOOSER, NULL);
  GtkWidget *content;

  self->language = language;
  self->load = load;
  self->load_data = data;

  self->caption = gtk_label_new_with_mnemonic (caption);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_widget_add_css_class (self->caption, "dim-label");

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);

  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (content), self->label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  /* GTK puts it into a box of its own, in the middle of the button. */
  gtk_widget_set_halign (gtk_widget_get_parent (content), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self, NULL);
  if (strchr (caption, '_') != NULL)
    gtk_label_set_mnemonic_widget (GTK_LABEL (self->caption), self->button);
  gtk_widget_add_css_class (self->button, "koyomi-chooser");

  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  koyomi_chooser_show_choice (self, 0, "");

  return GTK_WIDGET (self);
}

/* Offers the choice of no row, under @title. */
void
koyomi_chooser_set_none (KoyomiChooser *self,
                         const char    *title)
{
  g_autofree char *copy = g_strdup (title);

  g_return_if_fail (KOYOMI_IS_CHOOSER (self));

  g_free (self->none);
  self->none = g_steal_pointer (&copy);
}

/* The same text stays in the button, whatever is chosen, and the caption is only spoken. */
void
koyomi_chooser_set_text (KoyomiChooser *self,
                         const char    *text)
{
  g_return_if_fail (KOYOMI_IS_CHOOSER (self));

  self->label = NULL;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  gtk_widget_set_visible (self->caption, FALSE);
  koyomi_chooser_show_choice (self, 0, "");
}

/* Returns: what is chosen */
gint64
koyomi_chooser_get_id (KoyomiChooser *self)
{
  g_return_val_if_fail (KOYOMI_IS_CHOOSER (self), 0);

  return self->id;
}

/* Shows that row as chosen.
 * @title: (nullable): NULL with no row for what koyomi_chooser_set_none() has said */
void
koyomi_chooser_show_choice (KoyomiChooser *self,
                            gint64         id,
                            const char    *title)
{
  const char *caption;
  g_autofree char *name = NULL;

  g_return_if_fail (KOYOMI_IS_CHOOSER (self));

  self->id = id;
  if (title == NULL)
    title = self->none != NULL ? self->none : "";
  caption = gtk_label_get_text (GTK_LABEL (self->caption));
  if (self->label != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->label), title);
      gtk_widget_set_tooltip_text (self->button, title);
      name = g_strdup_printf ("%s: %s", caption, title);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : caption, -1);
}
