#include "koyomi-search-row.h"

#include "koyomi-text-fold.h"

struct _KoyomiSearchRow
{
  GtkListBoxRow  parent_instance;

  char          *group;
  char          *text;      /* all that is shown, as it is read out */
  char          *command;   /* its name; NULL for a row of the plan */
  KoyomiTableId  table;
  gint64         id;
};

G_DEFINE_FINAL_TYPE (KoyomiSearchRow, koyomi_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
koyomi_search_row_finalize (GObject *object)
{
  KoyomiSearchRow *self = KOYOMI_SEARCH_ROW (object);

  g_free (self->group);
  g_free (self->text);
  g_free (self->command);

  G_OBJECT_CLASS (koyomi_search_row_parent_class)->finalize (object);
}

static void
koyomi_search_row_class_init (KoyomiSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_search_row_finalize;
}

static void
koyomi_search_row_init (KoyomiSearchRow *self)
{
}

/* What was searched for is bold. */
static char *
mark_up (const char *text,
         const char *folded_query)
{
  g_autoptr(GArray) parts = koyomi_text_find_parts (text, folded_query);
  GString *markup = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const KoyomiTextPart *part = &g_array_index (parts, KoyomiTextPart, i);
      g_autofree char *before = g_markup_escape_text (text + end, part->start - end);
      g_autofree char *found = g_markup_escape_text (text + part->start, part->end - part->start);

      g_string_append_printf (markup, "%s<b>%s</b>", before, found);
      end = part->end;
    }

  if (text[end] != '\0')
    {
      g_autofree char *rest = g_markup_escape_text (text + end, -1);

      g_string_append (markup, rest);
    }

  return g_string_free (markup, FALSE);
}

static GtkWidget *
make_title (const char *text,
            const char *folded_query)
{
  g_autofree char *markup = mark_up (text, folded_query);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

static GtkWidget *
make_detail (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static KoyomiSearchRow *
create_row (const char *group,
            const char *title,
            const char *detail,
            const char *folded_query)
{
  KoyomiSearchRow *self = g_object_new (KOYOMI_TYPE_SEARCH_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->group = g_strdup (group);
  self->text = *detail != '\0' ? g_strdup_printf ("%s, %s", title, detail) : g_strdup (title);
  gtk_box_append (GTK_BOX (box), make_title (title, folded_query));
  gtk_box_append (GTK_BOX (box), make_detail (detail));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);

  return self;
}

/**
 * koyomi_search_row_new:
 * @group: the heading it stands under
 * @folded_query: by koyomi_text_fold()
 */
GtkWidget *
koyomi_search_row_new (const char            *group,
                       const KoyomiSearchHit *hit,
                       const char            *folded_query)
{
  g_autofree char *title = *hit->number != '\0' ? g_strdup_printf ("%s  %s", hit->number, hit->title) : g_strdup (hit->title);
  KoyomiSearchRow *self = create_row (group, title, hit->detail, folded_query);

  self->table = hit->table;
  self->id = hit->id;

  return GTK_WIDGET (self);
}

/* @name: of the command, by koyomi_search_command_dup_name() */
GtkWidget *
koyomi_search_row_new_command (const char *group,
                               const char *name,
                               const char *title,
                               const char *keys,
                               const char *folded_query)
{
  KoyomiSearchRow *self = create_row (group, title, keys, folded_query);

  self->command = g_strdup (name);

  return GTK_WIDGET (self);
}

const char *
koyomi_search_row_get_group (KoyomiSearchRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_SEARCH_ROW (self), NULL);

  return self->group;
}

/* Returns: (transfer none): what it says, as it is read out */
const char *
koyomi_search_row_get_text (KoyomiSearchRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_SEARCH_ROW (self), NULL);

  return self->text;
}

/* Returns: (nullable): the name of the command; NULL for a row of the plan */
const char *
koyomi_search_row_get_command (KoyomiSearchRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_SEARCH_ROW (self), NULL);

  return self->command;
}

KoyomiTableId
koyomi_search_row_get_table (KoyomiSearchRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_SEARCH_ROW (self), KOYOMI_TABLE_PLAN);

  return self->table;
}

gint64
koyomi_search_row_get_id (KoyomiSearchRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_SEARCH_ROW (self), 0);

  return self->id;
}
