#include "koyomi-incident-table.h"

#include "koyomi-incident-columns.h"
#include "koyomi-incident-commands.h"
#include "koyomi-incident-menu.h"
#include "koyomi-incident-row.h"

struct _KoyomiIncidentTable
{
  GtkWidget             parent_instance;

  KoyomiIncidentSheet  *sheet;
  GListStore           *rows;
  GtkSingleSelection   *selection;
  GtkWidget            *scroller;
  GtkWidget            *view;
  gboolean              is_updating;
  gboolean              is_stale;     /* the sheet has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentTable, koyomi_incident_table, GTK_TYPE_WIDGET)

/* Returns: the row of the incident, or GTK_INVALID_LIST_POSITION */
static guint
find_row (KoyomiIncidentTable *self,
          gint64               incident)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; incident != 0 && i < n; i++)
    {
      g_autoptr(KoyomiIncidentRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (koyomi_incident_row_get_card (row)->id == incident)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* GtkColumnView 4.8 has no way to scroll to a row but this action of the list within it. */
static void
scroll_to (KoyomiIncidentTable *self,
           guint                position)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (self->view), "list.scroll-to-item", "u", position);
}

static void
show_selection (KoyomiIncidentTable *self)
{
  guint position = find_row (self, koyomi_incident_sheet_get_selected (self->sheet));

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_updating = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    scroll_to (self, position);
}

static void
fill (KoyomiIncidentTable *self)
{
  GPtrArray *cards = koyomi_incident_sheet_get_order (self->sheet)->cards;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_full (cards->len, g_object_unref);

  self->is_stale = FALSE;
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (rows, koyomi_incident_row_new (g_ptr_array_index (cards, i)));
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
}

/* The rows are of a board that is gone: they go before anything asks for what is in them. A table that is not seen waits. */
static void
lines_changed_cb (KoyomiIncidentTable *self)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->is_updating = TRUE;
  g_list_store_remove_all (self->rows);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  self->is_updating = FALSE;
  show_selection (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), value);
  if (focused && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
selected_cb (KoyomiIncidentTable *self)
{
  KoyomiIncidentRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_updating && row != NULL)
    koyomi_incident_sheet_select (self->sheet, koyomi_incident_row_get_card (row)->id);
}

static void
activated_cb (KoyomiIncidentTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "incident.open", NULL);
}

static void
menu_pressed_cb (GtkGestureClick     *gesture,
                 int                  n_presses,
                 double               x,
                 double               y,
                 KoyomiIncidentTable *self)
{
  gint64 incident = koyomi_incident_columns_pick (self->view, x, y);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (incident == 0)
    return;

  koyomi_incident_sheet_select (self->sheet, incident);
  koyomi_incident_menu_popup (GTK_WIDGET (self), self->view, self->sheet, (GdkRectangle) { x, y, 1, 1 });
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentTable *self = KOYOMI_INCIDENT_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (koyomi_incident_sheet_get_selected (self->sheet) != 0 && focus != NULL && gtk_widget_is_ancestor (focus, self->view) &&
      gtk_widget_compute_bounds (focus, self->scroller, &bounds))
    koyomi_incident_menu_popup (GTK_WIDGET (self), self->scroller, self->sheet,
                                (GdkRectangle) { bounds.origin.x + 40, bounds.origin.y, 1, bounds.size.height });
}

static gboolean
koyomi_incident_table_grab_focus (GtkWidget *widget)
{
  KoyomiIncidentTable *self = KOYOMI_INCIDENT_TABLE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *row;

  if (position == GTK_INVALID_LIST_POSITION && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
  /* A list whose rows are made anew may have the focus in any of them. */
  row = koyomi_incident_columns_find_row (self->view, koyomi_incident_sheet_get_selected (self->sheet));

  return row != NULL ? gtk_widget_grab_focus (row) : gtk_widget_child_focus (gtk_widget_get_last_child (self->view), GTK_DIR_TAB_FORWARD);
}

static void
koyomi_incident_table_map (GtkWidget *widget)
{
  KoyomiIncidentTable *self = KOYOMI_INCIDENT_TABLE (widget);

  GTK_WIDGET_CLASS (koyomi_incident_table_parent_class)->map (widget);
  if (!self->is_stale)
    return;

  self->is_updating = TRUE;
  fill (self);
  self->is_updating = FALSE;
  show_selection (self);
}

static void
koyomi_incident_table_dispose (GObject *object)
{
  KoyomiIncidentTable *self = KOYOMI_INCIDENT_TABLE (object);
  GtkWidget *child;

  /* A menu may be open. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_incident_table_parent_class)->dispose (object);
}

static void
koyomi_incident_table_class_init (KoyomiIncidentTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_table_dispose;
  widget_class->grab_focus = koyomi_incident_table_grab_focus;
  widget_class->map = koyomi_incident_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "incident.open-menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "incident.open-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "incident.open-menu", NULL);
  koyomi_incident_commands_bind_keys (widget_class);
}

static void
koyomi_incident_table_init (KoyomiIncidentTable *self)
{
  self->rows = g_list_store_new (KOYOMI_TYPE_INCIDENT_ROW);
  self->is_stale = TRUE;
}

static void
add_view (KoyomiIncidentTable *self)
{
  GtkSortListModel *sorted;
  GtkGesture *menu = gtk_gesture_click_new ();

  self->view = gtk_column_view_new (NULL);
  koyomi_incident_columns_add (GTK_COLUMN_VIEW (self->view), self->sheet);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (koyomi_incident_sheet_get_language (self->sheet), "Table of incidents"), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (menu));
}

GtkWidget *
koyomi_incident_table_new (KoyomiIncidentSheet *sheet)
{
  KoyomiIncidentTable *self = g_object_new (KOYOMI_TYPE_INCIDENT_TABLE, NULL);

  self->sheet = g_object_ref (sheet);
  add_view (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "selection", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
