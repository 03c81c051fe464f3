#include "koyomi-roll-list.h"

#include "koyomi-search-escape.h"
#include "koyomi-text-fold.h"

struct _KoyomiRollList
{
  GtkWidget          parent_instance;

  KoyomiLanguage     language;
  GtkWidget         *search;
  GtkWidget         *select_button;
  GListStore        *rows;        /* (element-type KoyomiRollRow) */
  GtkFilter         *filter;
  GtkSelectionModel *selection;
  char              *query;       /* folded */
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRollList, koyomi_roll_list, GTK_TYPE_WIDGET)

static void
koyomi_roll_list_dispose (GObject *object)
{
  KoyomiRollList *self = KOYOMI_ROLL_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (koyomi_roll_list_parent_class)->dispose (object);
}

static void
koyomi_roll_list_finalize (GObject *object)
{
  g_free (KOYOMI_ROLL_LIST (object)->query);

  G_OBJECT_CLASS (koyomi_roll_list_parent_class)->finalize (object);
}

static void
koyomi_roll_list_class_init (KoyomiRollListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_roll_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_roll_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", KOYOMI_TYPE_ROLL_LIST, G_SIGNAL_RUN_LAST, 0,
                                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_roll_list_init (KoyomiRollList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->query = g_strdup ("");
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* What it is on the left, what becomes of it on the right. */
static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "koyomi-run");
  gtk_widget_set_hexpand (left, TRUE);
  gtk_label_set_xalign (GTK_LABEL (add_label (left, NULL)), 0);
  gtk_label_set_xalign (GTK_LABEL (add_label (left, "caption")), 0);
  gtk_widget_add_css_class (gtk_widget_get_last_child (left), "dim-label");
  gtk_label_set_xalign (GTK_LABEL (add_label (right, NULL)), 1);
  gtk_label_set_xalign (GTK_LABEL (add_label (right, "caption")), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (right)), 36);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_list_item_set_child (item, box);
}

static void
show_row (GtkWidget     *box,
          KoyomiRollRow *row)
{
  GtkWidget *left = gtk_widget_get_first_child (box);
  GtkWidget *right = gtk_widget_get_last_child (box);
  GtkWidget *choice = gtk_widget_get_first_child (right);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s\n%s  %s", koyomi_roll_row_get_title (row), koyomi_roll_row_get_detail (row),
                                              koyomi_roll_row_get_choice (row), koyomi_roll_row_get_outcome (row));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (left)), koyomi_roll_row_get_title (row));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (left)), koyomi_roll_row_get_detail (row));
  gtk_label_set_label (GTK_LABEL (choice), koyomi_roll_row_get_choice (row));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (right)), koyomi_roll_row_get_outcome (row));
  gtk_widget_set_tooltip_text (box, tooltip);

  if (koyomi_roll_row_is_open (row))
    gtk_widget_add_css_class (choice, "warning");
  else
    gtk_widget_remove_css_class (choice, "warning");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  KoyomiRollRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "changed", G_CALLBACK (show_row), box, G_CONNECT_SWAPPED);
  show_row (box, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, gtk_list_item_get_child (item));
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  return koyomi_roll_row_matches (item, KOYOMI_ROLL_LIST (data)->query);
}

static void
search_changed_cb (KoyomiRollList *self)
{
  g_free (self->query);
  self->query = koyomi_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
select_all_cb (KoyomiRollList *self)
{
  gtk_selection_model_select_all (self->selection);
}

static void
selection_changed_cb (KoyomiRollList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
make_model (KoyomiRollList *self)
{
  GtkFilterListModel *filtered;

  self->rows = g_list_store_new (KOYOMI_TYPE_ROLL_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (self->filter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (filtered)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_head (KoyomiRollList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (self->language, N_("Search")), -1);
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->search);

  self->select_button = gtk_button_new_with_mnemonic (koyomi_tr (self->language, N_("Select _All")));
  g_signal_connect_object (self->select_button, "clicked", G_CALLBACK (select_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->select_button);

  return head;
}

/* @label: what the list is of, for who cannot see it */
GtkWidget *
koyomi_roll_list_new (const char     *label,
                      KoyomiLanguage  language)
{
  KoyomiRollList *self = g_object_new (KOYOMI_TYPE_ROLL_LIST, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->language = language;
  make_model (self);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list = gtk_list_view_new (g_object_ref (self->selection), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), list);
  gtk_widget_set_vexpand (frame, TRUE);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "koyomi-runs");
  gtk_widget_set_parent (frame, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @rows: (transfer full) (element-type KoyomiRollRow) */
void
koyomi_roll_list_take_rows (KoyomiRollList *self,
                            GPtrArray      *rows)
{
  g_return_if_fail (KOYOMI_IS_ROLL_LIST (self));

  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  g_ptr_array_unref (rows);
}

/* Returns: (transfer full) (element-type KoyomiRollRow): those that are chosen and shown */
GPtrArray *
koyomi_roll_list_get_selected (KoyomiRollList *self)
{
  g_autoptr(GtkBitset) chosen = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (KOYOMI_IS_ROLL_LIST (self), rows);

  chosen = gtk_selection_model_get_selection (self->selection);
  if (gtk_bitset_iter_init_first (&iter, chosen, &position))
    do
      g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
    while (gtk_bitset_iter_next (&iter, &position));

  return rows;
}
