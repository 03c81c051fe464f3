#include "koyomi-log-changes.h"

#include "koyomi-change-item.h"
#include "koyomi-focus.h"
#include "koyomi-history.h"

struct _KoyomiLogChanges
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *scroller;
  GtkWidget       *view;
  GListStore      *items;      /* (element-type KoyomiChangeItem) */
  gint64           seq;        /* the entry that is shown; 0 for none */
};

G_DEFINE_FINAL_TYPE (KoyomiLogChanges, koyomi_log_changes, GTK_TYPE_WIDGET)

static void
open_change (KoyomiLogChanges *self,
             KoyomiChangeItem *item)
{
  const KoyomiRowChange *change = koyomi_change_item_get_change (item);

  if (change->kind != KOYOMI_CHANGE_DELETE)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-record", "(ux)", change->table, change->row);
}

static void
activate_cb (KoyomiLogChanges *self,
             guint             position)
{
  g_autoptr(KoyomiChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    open_change (self, item);
}

static void
clicked_cb (GtkListItem *item,
            GtkWidget   *button)
{
  open_change (KOYOMI_LOG_CHANGES (gtk_widget_get_ancestor (button, KOYOMI_TYPE_LOG_CHANGES)), gtk_list_item_get_item (item));
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "koyomi-change");

  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           KoyomiLogChanges         *self)
{
  const char *caption = koyomi_workspace_tr (self->workspace, N_("Go to This Record"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), item, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_label ());
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         KoyomiLogChanges         *self)
{
  KoyomiChangeItem *change = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *markup = koyomi_change_item_dup_markup (change, koyomi_workspace_get_session (self->workspace),
                                                           koyomi_workspace_get_language (self->workspace));

  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_first_child (box)), markup);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), koyomi_change_item_get_change (change)->kind != KOYOMI_CHANGE_DELETE);
}

static void
koyomi_log_changes_dispose (GObject *object)
{
  KoyomiLogChanges *self = KOYOMI_LOG_CHANGES (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_log_changes_parent_class)->dispose (object);
}

static void
koyomi_log_changes_class_init (KoyomiLogChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_log_changes_dispose;
  GTK_WIDGET_CLASS (klass)->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_log_changes_init (KoyomiLogChanges *self)
{
  self->items = g_list_store_new (KOYOMI_TYPE_CHANGE_ITEM);
}

GtkWidget *
koyomi_log_changes_new (KoyomiWorkspace *workspace)
{
  KoyomiLogChanges *self = g_object_new (KOYOMI_TYPE_LOG_CHANGES, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, N_("What the selected entry changed")), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @seq: 0 for no entry */
void
koyomi_log_changes_show_entry (KoyomiLogChanges *self,
                               gint64            seq)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;

  if (seq == self->seq)
    return;

  self->seq = seq;
  if (seq != 0 && (changes = koyomi_session_list_changes (koyomi_workspace_get_session (self->workspace), seq, &error)) == NULL)
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The change could not be read")), error);
  if (changes != NULL)
    {
      g_ptr_array_set_free_func (changes, NULL);
      for (guint i = 0; i < changes->len; i++)
        g_ptr_array_add (items, koyomi_change_item_new (g_ptr_array_index (changes, i)));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}
