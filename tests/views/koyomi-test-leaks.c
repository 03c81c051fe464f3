#include "koyomi-test-leaks.h"

#include <adwaita.h>

/* What waits for a frame, an idle moment or an answer of the X server is gone by then, however busy the machine is. */
#define PATIENCE_SECONDS 60

/* Those that are not finished: what is begun later is finished earlier, so that names can be taken again. */
static guint n_open;

struct _KoyomiTestLeaks
{
  GHashTable *left;    /* (element-type pointer utf8): the class of each object that is still there */
  GQuark      quark;   /* of the mark on each */
};

typedef struct
{
  KoyomiTestLeaks *leaks;
  gpointer         object;
} Mark;

KoyomiTestLeaks *
koyomi_test_leaks_new (void)
{
  g_autofree char *name = g_strdup_printf ("koyomi-test-leaks-%u", n_open++);
  KoyomiTestLeaks *self = g_new0 (KoyomiTestLeaks, 1);

  self->left = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->quark = g_quark_from_string (name);

  return self;
}

static void
gone_cb (gpointer data)
{
  Mark *mark = data;

  g_hash_table_remove (mark->leaks->left, mark->object);
  g_free (mark);
}

/* Data of an object goes when it is finalized. */
void
koyomi_test_leaks_watch (KoyomiTestLeaks *self,
                         gpointer         object)
{
  Mark *mark;

  if (g_object_get_qdata (object, self->quark) != NULL)
    return;

  mark = g_new0 (Mark, 1);
  mark->leaks = self;
  mark->object = object;
  g_hash_table_insert (self->left, object, g_strdup (G_OBJECT_TYPE_NAME (object)));
  g_object_set_qdata_full (object, self->quark, mark, gone_cb);
}

/* GTK keeps the window of its tooltips for the next one, libadwaita 1.2 the groups of a window of preferences. */
static gboolean
is_kept (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow") ||
         (ADW_IS_PREFERENCES_GROUP (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_WINDOW) != NULL);
}

/* Watches the widget and all in it. */
void
koyomi_test_leaks_watch_tree (KoyomiTestLeaks *self,
                              GtkWidget       *widget)
{
  if (is_kept (widget))
    return;

  koyomi_test_leaks_watch (self, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    koyomi_test_leaks_watch_tree (self, child);
}

static char *
list_left (KoyomiTestLeaks *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name, count;

  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_hash_table_insert (counts, name, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &name, &count))
    g_string_append_printf (text, " %u %s", GPOINTER_TO_UINT (count), (const char *) name);

  return g_string_free (text, FALSE);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Fails when something is still there after a while, or when nothing was watched. */
void
koyomi_test_leaks_finish (KoyomiTestLeaks *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (20, wake_cb, NULL);
  g_autofree char *left = NULL;

  while (g_hash_table_size (self->left) > 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);

  left = list_left (self);
  g_assert_cmpstr (left, ==, "");
  n_open--;
  g_hash_table_unref (self->left);
  g_free (self);
}
