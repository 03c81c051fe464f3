#include "koyomi-register-list.h"

#include "koyomi-focus.h"
#include "koyomi-text-fold.h"

#define STATE_WIDTH 108

struct _KoyomiRegisterList
{
  GtkWidget                 parent_instance;

  const KoyomiRegisterKind *kind;
  KoyomiLanguage            language;

  GtkWidget                *scroller;
  GtkColumnView            *view;
  GListStore               *rows;         /* (element-type KoyomiRegisterItem) */
  GtkFilter                *filter;
  GtkSingleSelection       *selection;

  char                     *query;        /* folded; NULL for everything */
  int                       level_field;  /* of the likelihood that is wanted; 0 for any */
  int                       likelihood;
  int                       impact;
  gboolean                  is_showing;
};

/* A column of one list; the state comes after those of the register. */
typedef struct
{
  KoyomiRegisterList *list;      /* not owned: it lives as long as the column */
  guint               column;
} Filling;

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRegisterList, koyomi_register_list, GTK_TYPE_WIDGET)

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVE], 0);
}

static gboolean
koyomi_register_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_REGISTER_LIST (widget)->view));
}

static void
koyomi_register_list_dispose (GObject *object)
{
  KoyomiRegisterList *self = KOYOMI_REGISTER_LIST (object);

  /* Whoever listens goes as well. */
  self->is_showing = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (koyomi_register_list_parent_class)->dispose (object);
}

static void
koyomi_register_list_class_init (KoyomiRegisterListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_register_list_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_register_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "register.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "register.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "register.remove", NULL);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", KOYOMI_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", KOYOMI_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_register_list_init (KoyomiRegisterList *self)
{
  self->rows = g_list_store_new (KOYOMI_TYPE_REGISTER_ITEM);
}

static gboolean
filter_func (gpointer item,
             gpointer data)
{
  KoyomiRegisterList *self = data;
  KoyomiRecord *record = koyomi_register_item_get_record (item);

  if (self->level_field != 0 &&
      (koyomi_record_get_int (record, self->level_field) != self->likelihood ||
       koyomi_record_get_int (record, self->level_field + 1) != self->impact ||
       koyomi_register_item_get_state (item) == KOYOMI_REGISTER_STATE_ENDED))
    return FALSE;

  return self->query == NULL || koyomi_register_item_matches (item, self->query);
}

static int
compare_func (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Filling *filling = data;
  KoyomiRegisterItem *first = (KoyomiRegisterItem *) a;
  KoyomiRegisterItem *second = (KoyomiRegisterItem *) b;

  return filling->column < filling->list->kind->n_columns ? koyomi_register_item_compare (first, second, filling->column)
                                                          : koyomi_register_item_compare_state (first, second);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Filling                  *filling)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (filling->column == filling->list->kind->n_columns)
    {
      gtk_widget_add_css_class (label, "koyomi-chip");
      gtk_widget_set_halign (label, GTK_ALIGN_START);
    }
  gtk_list_item_set_child (item, label);
}

static void
show_state (KoyomiRegisterList *self,
            GtkWidget          *label,
            KoyomiRegisterItem *item)
{
  static const char * const classes[] = {
    [KOYOMI_REGISTER_STATE_LATE] = "koyomi-bad",
    [KOYOMI_REGISTER_STATE_SOON] = "koyomi-warned",
    [KOYOMI_REGISTER_STATE_IN_ORDER] = "koyomi-good",
    [KOYOMI_REGISTER_STATE_ENDED] = "dim-label",
  };
  KoyomiRegisterState state = koyomi_register_item_get_state (item);
  g_autofree char *description = koyomi_register_item_describe_state (item, self->language);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (label, classes[i]);
  gtk_widget_add_css_class (label, classes[state]);
  gtk_label_set_label (GTK_LABEL (label), koyomi_register_state_get_label (state, self->language));
  gtk_widget_set_tooltip_text (label, description);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Filling                  *filling)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  KoyomiRegisterItem *row = gtk_list_item_get_item (item);

  if (filling->column == filling->list->kind->n_columns)
    {
      show_state (filling->list, label, row);
      return;
    }

  gtk_label_set_label (GTK_LABEL (label), koyomi_register_item_get_text (row, filling->column));
  gtk_widget_set_tooltip_text (label, koyomi_register_item_get_text (row, filling->column));
}

static void
free_filling (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

static GtkColumnViewColumn *
append_column (KoyomiRegisterList *self,
               guint               index,
               const char         *title,
               int                 width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  Filling *filling = g_new0 (Filling, 1);
  Filling *sorting = g_new0 (Filling, 1);
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_func, sorting, g_free));

  *filling = *sorting = (Filling) { self, index };
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), filling);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), filling, free_filling, 0);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, width == 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);

  return column;
}

/* What wants somebody stands first, until another order is chosen. */
static void
add_columns (KoyomiRegisterList *self)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (self->kind->table);
  GtkColumnViewColumn *state;

  for (guint i = 0; i < self->kind->n_columns; i++)
    {
      const KoyomiRegisterColumn *column = &self->kind->columns[i];
      const char *title = column->title != NULL ? column->title : table->fields[KOYOMI_FIELD_INDEX (column->field)].label;

      append_column (self, i, koyomi_tr (self->language, title), column->width);
    }
  state = append_column (self, self->kind->n_columns, koyomi_tr (self->language, N_("State")), STATE_WIDTH);
  gtk_column_view_sort_by_column (self->view, state, GTK_SORT_ASCENDING);
}

static void
selected_cb (KoyomiRegisterList *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
activate_cb (KoyomiRegisterList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
make_models (KoyomiRegisterList *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_func, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
koyomi_register_list_new (const KoyomiRegisterKind *kind,
                          KoyomiLanguage            language)
{
  KoyomiRegisterList *self = g_object_new (KOYOMI_TYPE_REGISTER_LIST, NULL);

  self->kind = kind;
  self->language = language;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, kind->name), -1);
  add_columns (self);
  make_models (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static void
refilter (KoyomiRegisterList *self)
{
  gint64 id = koyomi_register_list_get_chosen (self) != NULL ? koyomi_register_item_get_id (koyomi_register_list_get_chosen (self)) : 0;

  self->is_showing = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  koyomi_register_list_choose (self, id);
  self->is_showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* The row that is chosen stays so, where it is still there; else the one that comes to its place.
 * @items: (element-type KoyomiRegisterItem) */
void
koyomi_register_list_show (KoyomiRegisterList *self,
                           GPtrArray          *items)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  KoyomiRegisterItem *chosen = koyomi_register_list_get_chosen (self);
  gint64 id = chosen != NULL ? koyomi_register_item_get_id (chosen) : 0;
  guint n_shown;

  self->is_showing = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), items->pdata, items->len);
  n_shown = koyomi_register_list_get_n_shown (self);
  if (!koyomi_register_list_choose (self, id) && n_shown > 0 && position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, MIN (position, n_shown - 1));
  self->is_showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* @query: "" for everything */
void
koyomi_register_list_set_query (KoyomiRegisterList *self,
                                const char         *query)
{
  g_clear_pointer (&self->query, g_free);
  if (*query != '\0')
    self->query = koyomi_text_fold (query);
  refilter (self);
}

/* Only risks of that level. @field: %KOYOMI_RISK_LIKELIHOOD for the level now, or that of the goal; 0 for all */
void
koyomi_register_list_set_level (KoyomiRegisterList *self,
                                int                 field,
                                int                 likelihood,
                                int                 impact)
{
  self->level_field = field;
  self->likelihood = likelihood;
  self->impact = impact;
  refilter (self);
}

guint
koyomi_register_list_get_n_shown (KoyomiRegisterList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/* Returns: (transfer none): in the order in which it is seen */
KoyomiRegisterItem *
koyomi_register_list_get_shown (KoyomiRegisterList *self,
                                guint               position)
{
  g_autoptr(KoyomiRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  /* The list holds it. */
  return item;
}

/* Returns: (nullable): NULL where no row is shown */
KoyomiRegisterItem *
koyomi_register_list_get_chosen (KoyomiRegisterList *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* Returns: whether there is such a row among those that are shown */
gboolean
koyomi_register_list_choose (KoyomiRegisterList *self,
                             gint64              id)
{
  for (guint i = 0; i < koyomi_register_list_get_n_shown (self); i++)
    if (koyomi_register_item_get_id (koyomi_register_list_get_shown (self, i)) == id)
      {
        gtk_single_selection_set_selected (self->selection, i);
        gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", i);
        return TRUE;
      }

  return FALSE;
}
