#include "koyomi-data-table.h"

#include "koyomi-focus.h"
#include "koyomi-menu-place.h"
#include "koyomi-scroll-wheel.h"

#define ITEM_KEY "koyomi-data-item"

/* The room that a column without a width has at least. */
#define LEAST_WIDTH 110

/* A column of one table. */
typedef struct
{
  KoyomiDataTable        *table;    /* not owned: it owns its columns */
  guint                   index;
  const KoyomiDataColumn *column;
  KoyomiLanguage          language;
} Filling;

struct _KoyomiDataTable
{
  GtkWidget            parent_instance;

  GtkWidget           *scroller;
  GtkWidget           *view;
  KoyomiDataRows      *rows;
  GtkSingleSelection  *selection;
  KoyomiDataRowId      get_id;
  gboolean             has_buttons;
  gboolean             is_showing;
  gboolean             is_read_only;
  GMenu               *menu;         /* (nullable): of a row */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  SIGNAL_REMOVING,
  SIGNAL_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiDataTable, koyomi_data_table, GTK_TYPE_WIDGET)

static gboolean
is_sorted (KoyomiDataTable *self)
{
  return gtk_sorter_get_order (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))) != GTK_SORTER_ORDER_NONE;
}

/* Returns: where the row stands, or GTK_INVALID_LIST_POSITION */
static guint
find_position (KoyomiDataTable *self,
               gint64           id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (id == 0)
    return GTK_INVALID_LIST_POSITION;
  if (!is_sorted (self))
    return koyomi_data_rows_find (self->rows, self->get_id, id);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KoyomiDataItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (self->get_id (koyomi_data_item_get_row (item)) == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* GtkColumnView 4.8 has no way to scroll to a row but this action of the list within it. */
static void
scroll_to (KoyomiDataTable *self,
           guint            position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (self->view), "list.scroll-to-item", "u", position);
}

/* Returns: (nullable): the widget of the row that is chosen, if there is one */
static GtkWidget *
find_widget (KoyomiDataTable *self)
{
  gpointer chosen = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (self->view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);
      GtkWidget *label = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

      if (label != NULL && chosen != NULL && g_object_get_data (G_OBJECT (label), ITEM_KEY) == chosen)
        return row;
    }

  return NULL;
}

static gboolean
koyomi_data_table_grab_focus (GtkWidget *widget)
{
  KoyomiDataTable *self = KOYOMI_DATA_TABLE (widget);
  GtkWidget *row;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    scroll_to (self, gtk_single_selection_get_selected (self->selection));
  row = find_widget (self);

  return row != NULL ? gtk_widget_grab_focus (row) : gtk_widget_child_focus (gtk_widget_get_last_child (self->view), GTK_DIR_TAB_FORWARD);
}

/* Tab leaves the rows, which the arrow keys go through, and goes on to the next only where they have buttons to be reached. */
static gboolean
koyomi_data_table_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && !KOYOMI_DATA_TABLE (widget)->has_buttons && koyomi_focus_is_in (widget))
    return FALSE;

  return koyomi_focus_move (widget, direction);
}

/* What was activated in it is done after it has closed. */
static gboolean
drop_menu_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *popover,
                GtkWidget *table)
{
  gtk_widget_grab_focus (table);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (popover), g_object_unref);
}

/* @place: in @widget, which is in the table */
static void
open_menu (KoyomiDataTable *self,
           GtkWidget       *widget,
           GdkRectangle     place)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (self->menu));

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_valign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  koyomi_menu_place_point_to (GTK_POPOVER (popover), widget, place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Returns: (nullable): the item of the row at that place of the list */
static KoyomiDataItem *
pick (KoyomiDataTable *self,
      double           x,
      double           y)
{
  for (GtkWidget *widget = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT); widget != NULL && widget != self->view;
       widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);
      KoyomiDataItem *item = g_object_get_data (G_OBJECT (widget), ITEM_KEY);

      if (item == NULL && child != NULL && gtk_widget_get_first_child (child) != NULL)
        item = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (child)), ITEM_KEY);
      if (item == NULL && child != NULL)
        item = g_object_get_data (G_OBJECT (child), ITEM_KEY);
      if (item != NULL)
        return item;
    }

  return NULL;
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_presses,
                 double           x,
                 double           y,
                 KoyomiDataTable *self)
{
  KoyomiDataItem *item = self->menu != NULL ? pick (self, x, y) : NULL;

  if (item == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  koyomi_data_table_choose (self, self->get_id (koyomi_data_item_get_row (item)));
  open_menu (self, self->view, (GdkRectangle) { x, y, 1, 1 });
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiDataTable *self = KOYOMI_DATA_TABLE (widget);
  GtkWidget *row = find_widget (self);

  if (self->menu != NULL && row != NULL)
    open_menu (self, row, (GdkRectangle) { 40, 0, 1, gtk_widget_get_height (row) });
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVING], 0);
}

static void
koyomi_data_table_dispose (GObject *object)
{
  KoyomiDataTable *self = KOYOMI_DATA_TABLE (object);

  GtkWidget *child;

  /* A menu may be open. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->scroller = NULL;
  g_clear_object (&self->menu);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (koyomi_data_table_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, KOYOMI_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_data_table_class_init (KoyomiDataTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_data_table_dispose;
  widget_class->focus = koyomi_data_table_focus;
  widget_class->grab_focus = koyomi_data_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = add_signal ("chosen");
  signals[SIGNAL_ACTIVATED] = add_signal ("activated");
  signals[SIGNAL_REMOVING] = add_signal ("removing");
  signals[SIGNAL_PRESSED] = g_signal_new ("pressed", KOYOMI_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "row.open-menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.open-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.open-menu", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Delete, 0, "removing", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Delete, 0, "removing", NULL);
}

static void
koyomi_data_table_init (KoyomiDataTable *self)
{
  self->rows = koyomi_data_rows_new ();
}

static void
pressed_cb (GtkWidget *button,
            Filling   *filling)
{
  KoyomiDataItem *item = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  koyomi_data_table_choose (filling->table, filling->table->get_id (koyomi_data_item_get_row (item)));
  g_signal_emit (filling->table, signals[SIGNAL_PRESSED], 0, filling->index);
}

static GtkWidget *
make_button (Filling *filling)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  g_signal_connect (button, "clicked", G_CALLBACK (pressed_cb), filling);

  return button;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Filling                  *filling)
{
  GtkWidget *child = filling->column->is_button ? make_button (filling) : make_label ();

  if (filling->column->get_style != NULL)
    {
      gtk_widget_set_halign (child, GTK_ALIGN_START);
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
    }
  gtk_list_item_set_child (item, child);
}

static void
show_style (GtkWidget  *child,
            const char *style,
            gboolean    is_button)
{
  const char *chip[] = { "koyomi-chip", style, NULL };
  const char *flat[] = { "flat", "koyomi-chip", "koyomi-faint", NULL };
  const char *none[] = { "koyomi-no-chip", NULL };

  gtk_widget_set_css_classes (child, style != NULL ? chip : is_button ? flat : none);
}

/* What cannot be pressed looks like any other text. */
static void
show_button (Filling       *filling,
             GtkWidget     *button,
             gconstpointer  row)
{
  gboolean leads = !filling->table->is_read_only || filling->column->leads == NULL || filling->column->leads (row);

  gtk_widget_set_can_target (button, leads);
  gtk_widget_set_focusable (button, leads);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_DISABLED, !leads, -1);
}

static void
show_note (GtkWidget  *child,
           const char *text,
           const char *note)
{
  gtk_widget_set_tooltip_text (child, note != NULL ? note : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "", -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Filling                  *filling)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  KoyomiDataItem *row = gtk_list_item_get_item (item);
  g_autofree char *text = filling->column->format (koyomi_data_item_get_row (row), filling->language);

  if (filling->column->is_button)
    gtk_button_set_label (GTK_BUTTON (child), text);
  else
    gtk_label_set_label (GTK_LABEL (child), text);
  if (filling->column->is_button)
    show_button (filling, child, koyomi_data_item_get_row (row));
  show_note (child, filling->column->width == 0 ? text : NULL,
             filling->column->get_note != NULL ? filling->column->get_note (koyomi_data_item_get_row (row)) : NULL);
  g_object_set_data (G_OBJECT (child), ITEM_KEY, row);
  if (filling->column->get_style != NULL)
    show_style (child, filling->column->get_style (koyomi_data_item_get_row (row)), filling->column->is_button);
}

static int
compare_texts (const Filling *filling,
               gconstpointer  a,
               gconstpointer  b)
{
  g_autofree char *left = filling->column->format (a, filling->language);
  g_autofree char *right = filling->column->format (b, filling->language);

  return g_utf8_collate (left, right);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const Filling *filling = data;
  gconstpointer left = koyomi_data_item_get_row ((gpointer) a), right = koyomi_data_item_get_row ((gpointer) b);

  return gtk_ordering_from_cmpfunc (filling->column->compare != NULL ? filling->column->compare (left, right) : compare_texts (filling, left, right));
}

static Filling *
make_filling (KoyomiDataTable        *self,
              guint                   index,
              const KoyomiDataColumn *column,
              KoyomiLanguage          language)
{
  Filling *filling = g_new0 (Filling, 1);

  filling->table = self;
  filling->index = index;
  filling->column = column;
  filling->language = language;

  return filling;
}

static void
add_column (KoyomiDataTable        *self,
            guint                   index,
            const KoyomiDataColumn *column,
            KoyomiLanguage          language)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Filling *filling = make_filling (self, index, column, language);
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, make_filling (self, index, column, language), g_free));
  g_autoptr(GtkColumnViewColumn) shown = gtk_column_view_column_new (koyomi_tr (language, column->title), factory);

  g_object_set_data_full (G_OBJECT (factory), "filling", filling, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), filling);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), filling);
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, column->width == 0);
  gtk_column_view_column_set_fixed_width (shown, column->width > 0 ? column->width : MAX (column->least, LEAST_WIDTH));
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), shown);
  self->has_buttons |= column->is_button;
}

static void
selected_cb (KoyomiDataTable *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
activate_cb (KoyomiDataTable *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
make_view (KoyomiDataTable        *self,
           const char             *name,
           KoyomiLanguage          language,
           const KoyomiDataColumn *columns,
           guint                   n_columns)
{
  GtkSortListModel *sorted;

  self->view = gtk_column_view_new (NULL);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, i, &columns[i], language);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* @name: of the table, for a screen reader; @columns: lives as long as the table */
GtkWidget *
koyomi_data_table_new (const char             *name,
                       KoyomiLanguage          language,
                       const KoyomiDataColumn *columns,
                       guint                   n_columns,
                       KoyomiDataRowId         get_id)
{
  KoyomiDataTable *self = g_object_new (KOYOMI_TYPE_DATA_TABLE, NULL);

  self->get_id = get_id;
  make_view (self, name, language, columns, n_columns);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* What was chosen stays so; once it is gone, what has its place is. */
static void
choose_again (KoyomiDataTable *self,
              gint64           id,
              guint            place)
{
  guint position = find_position (self, id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (position == GTK_INVALID_LIST_POSITION && id != 0 && n > 0)
    position = MIN (place, n - 1);
  gtk_single_selection_set_selected (self->selection, position);
}

/**
 * koyomi_data_table_show:
 * @rows: kept as long as they are shown
 * @filter: (nullable): which of them are wanted
 *
 * Returns: how many are shown
 */
guint
koyomi_data_table_show (KoyomiDataTable     *self,
                        GPtrArray           *rows,
                        KoyomiDataRowFilter  filter,
                        gpointer             data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  gboolean has_focus = koyomi_focus_is_in (GTK_WIDGET (self));
  guint place = gtk_single_selection_get_selected (self->selection);
  gint64 id = koyomi_data_table_get_chosen (self);
  guint n_shown;

  self->is_showing = TRUE;
  /* Or GTK would look for it among all that come. */
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  n_shown = koyomi_data_rows_show (self->rows, rows, filter, data);
  choose_again (self, id, place);
  self->is_showing = FALSE;
  gtk_adjustment_set_value (adjustment, value);
  if (has_focus && n_shown > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);

  return n_shown;
}

/* For a table of few rows, on a page that scrolls itself. @page: what scrolls it, also by the wheel over the table, which GTK would let end there */
void
koyomi_data_table_show_whole (KoyomiDataTable *self,
                              GtkAdjustment   *page)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  koyomi_scroll_wheel_attach (self->view, page, across, 1, 1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
}

/* A filter: @set is a GHashTable of the rows that are wanted. */
gboolean
koyomi_data_row_is_in (gconstpointer row,
                       gpointer      set)
{
  return g_hash_table_contains (set, row);
}

/* @title: translated; what the column was made with holds until then */
void
koyomi_data_table_set_title (KoyomiDataTable *self,
                             guint            column,
                             const char      *title)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr(GtkColumnViewColumn) shown = g_list_model_get_item (columns, column);

  gtk_column_view_column_set_title (shown, title);
}

/* A menu of each row, at the pointer and by key. @menu: (transfer full): of actions that are found from the table; of the row that is chosen then */
void
koyomi_data_table_take_menu (KoyomiDataTable *self,
                             GMenu           *menu)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->menu = menu;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (press));
}

/* The menu of a list whose rows are opened. @open: for the one that is "activated"; @remove: (nullable): for the one that is "removing"; both
 * translated */
void
koyomi_data_table_set_menu (KoyomiDataTable *self,
                            const char      *open,
                            const char      *remove)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, open, "row.open");
  if (remove != NULL)
    g_menu_append (menu, remove, "row.remove");
  koyomi_data_table_take_menu (self, menu);
}

/* Before rows are shown: whether a button that would edit the plan is none. */
void
koyomi_data_table_set_read_only (KoyomiDataTable *self,
                                 gboolean         read_only)
{
  self->is_read_only = read_only;
}

/* Returns: the row that is chosen; 0 for none */
gint64
koyomi_data_table_get_chosen (KoyomiDataTable *self)
{
  KoyomiDataItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? self->get_id (koyomi_data_item_get_row (item)) : 0;
}

void
koyomi_data_table_choose (KoyomiDataTable *self,
                          gint64           id)
{
  guint position = find_position (self, id);

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}
