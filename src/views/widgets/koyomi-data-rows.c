#include "koyomi-data-rows.h"

struct _KoyomiDataItem
{
  GObject        parent_instance;

  GPtrArray     *rows;
  gconstpointer  row;
};

struct _KoyomiDataRows
{
  GObject           parent_instance;

  GPtrArray        *rows;      /* those that are shown are among them */
  GPtrArray        *shown;
  KoyomiDataItem  **items;     /* as many as are shown; NULL for one that nobody has asked for */
};

static void koyomi_data_rows_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (KoyomiDataItem, koyomi_data_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (KoyomiDataRows, koyomi_data_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, koyomi_data_rows_init_model))

static void
koyomi_data_item_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_DATA_ITEM (object)->rows);

  G_OBJECT_CLASS (koyomi_data_item_parent_class)->finalize (object);
}

static void
koyomi_data_item_class_init (KoyomiDataItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_data_item_finalize;
}

static void
koyomi_data_item_init (KoyomiDataItem *self)
{
}

gconstpointer
koyomi_data_item_get_row (KoyomiDataItem *self)
{
  g_return_val_if_fail (KOYOMI_IS_DATA_ITEM (self), NULL);

  return self->row;
}

static GType
koyomi_data_rows_get_item_type (GListModel *model)
{
  return KOYOMI_TYPE_DATA_ITEM;
}

static guint
koyomi_data_rows_get_n_items (GListModel *model)
{
  return KOYOMI_DATA_ROWS (model)->shown->len;
}

static gpointer
koyomi_data_rows_get_item (GListModel *model,
                           guint       position)
{
  KoyomiDataRows *self = KOYOMI_DATA_ROWS (model);

  if (position >= self->shown->len)
    return NULL;

  if (self->items[position] == NULL)
    {
      self->items[position] = g_object_new (KOYOMI_TYPE_DATA_ITEM, NULL);
      self->items[position]->rows = g_ptr_array_ref (self->rows);
      self->items[position]->row = g_ptr_array_index (self->shown, position);
    }

  return g_object_ref (self->items[position]);
}

static void
koyomi_data_rows_init_model (GListModelInterface *iface)
{
  iface->get_item_type = koyomi_data_rows_get_item_type;
  iface->get_n_items = koyomi_data_rows_get_n_items;
  iface->get_item = koyomi_data_rows_get_item;
}

static void
clear_items (KoyomiDataRows *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    g_clear_object (&self->items[i]);
  g_clear_pointer (&self->items, g_free);
}

static void
koyomi_data_rows_finalize (GObject *object)
{
  KoyomiDataRows *self = KOYOMI_DATA_ROWS (object);

  clear_items (self);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_data_rows_parent_class)->finalize (object);
}

static void
koyomi_data_rows_class_init (KoyomiDataRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_data_rows_finalize;
}

static void
koyomi_data_rows_init (KoyomiDataRows *self)
{
  self->shown = g_ptr_array_new ();
}

KoyomiDataRows *
koyomi_data_rows_new (void)
{
  return g_object_new (KOYOMI_TYPE_DATA_ROWS, NULL);
}

/* Of another array the rows at the end that are the same ones: the change log grows at its head. Those of the same array may tell something else. */
static guint
count_kept (KoyomiDataRows *self,
            GPtrArray      *rows,
            GPtrArray      *shown)
{
  guint n = 0;

  while (rows != self->rows && n < MIN (self->shown->len, shown->len) &&
         g_ptr_array_index (self->shown, self->shown->len - n - 1) == g_ptr_array_index (shown, shown->len - n - 1))
    n++;

  return n;
}

static void
take_shown (KoyomiDataRows *self,
            GPtrArray      *shown,
            guint           n_kept)
{
  KoyomiDataItem **items = g_new0 (KoyomiDataItem *, shown->len);

  for (guint i = 0; i < n_kept; i++)
    items[shown->len - n_kept + i] = g_steal_pointer (&self->items[self->shown->len - n_kept + i]);
  clear_items (self);
  g_ptr_array_unref (self->shown);
  self->shown = shown;
  self->items = items;
}

/* @rows: kept as long as they are shown; @filter: (nullable). Returns: how many are shown */
guint
koyomi_data_rows_show (KoyomiDataRows      *self,
                       GPtrArray           *rows,
                       KoyomiDataRowFilter  filter,
                       gpointer             data)
{
  guint n_before, n_kept;
  GPtrArray *shown;

  g_return_val_if_fail (KOYOMI_IS_DATA_ROWS (self), 0);

  shown = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    if (filter == NULL || filter (g_ptr_array_index (rows, i), data))
      g_ptr_array_add (shown, g_ptr_array_index (rows, i));
  n_before = self->shown->len;
  n_kept = count_kept (self, rows, shown);
  take_shown (self, shown, n_kept);
  g_ptr_array_ref (rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before - n_kept, shown->len - n_kept);

  return shown->len;
}

/* Returns: where the row stands, unsorted; G_MAXUINT when it is not shown */
guint
koyomi_data_rows_find (KoyomiDataRows  *self,
                       KoyomiDataRowId  get_id,
                       gint64           id)
{
  g_return_val_if_fail (KOYOMI_IS_DATA_ROWS (self), G_MAXUINT);

  for (guint i = 0; i < self->shown->len; i++)
    if (get_id (g_ptr_array_index (self->shown, i)) == id)
      return i;

  return G_MAXUINT;
}
