#include "koyomi-ui.h"

#include <adwaita.h>
#include <string.h>

/* What a header keeps free beside the title. */
#define HEADER_PADDING 24

#define UI_FOLDER "/app/koyomi/Koyomi/ui/"

/* Copies a description, each text that is marked as translatable put into the language. */
typedef struct
{
  GString        *result;
  KoyomiLanguage  language;
  gboolean        is_text;    /* within a translatable element */
  char           *context;
} Translator;

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];

  return NULL;
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Translator *self = data;

  self->is_text = g_strcmp0 (find_attribute (names, values, "translatable"), "yes") == 0;
  g_free (self->context);
  self->context = g_strdup (find_attribute (names, values, "context"));

  g_string_append_printf (self->result, "<%s", element);
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "translatable") != 0 && strcmp (names[i], "comments") != 0 &&
        !(self->is_text && strcmp (names[i], "context") == 0))
      {
        g_autofree char *value = g_markup_escape_text (values[i], -1);

        g_string_append_printf (self->result, " %s=\"%s\"", names[i], value);
      }
  g_string_append_c (self->result, '>');
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Translator *self = data;

  self->is_text = FALSE;
  g_string_append_printf (self->result, "</%s>", element);
}

static void
add_text (GMarkupParseContext  *context,
          const char           *text,
          gsize                 length,
          gpointer              data,
          GError              **error)
{
  Translator *self = data;
  g_autofree char *escaped = NULL;

  if (!self->is_text || length == 0)
    escaped = g_markup_escape_text (text, length);
  else if (self->context != NULL)
    escaped = g_markup_escape_text (koyomi_trc (self->language, self->context, text), -1);
  else
    escaped = g_markup_escape_text (koyomi_tr (self->language, text), -1);

  g_string_append (self->result, escaped);
}

static GBytes *
translate (GBytes         *source,
           KoyomiLanguage  language)
{
  static const GMarkupParser parser = { start_element, end_element, add_text };

  Translator self = { g_string_sized_new (g_bytes_get_size (source)), language };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  g_autoptr(GError) error = NULL;

  if (!g_markup_parse_context_parse (context, g_bytes_get_data (source, NULL), g_bytes_get_size (source), &error))
    g_error ("a user interface description is broken: %s", error->message);
  g_free (self.context);

  return g_string_free_to_bytes (self.result);
}

/* Returns: (transfer full): the description ui/NAME.ui in @language */
static GBytes *
load (const char     *name,
      KoyomiLanguage  language)
{
  g_autofree char *path = g_strconcat (UI_FOLDER, name, ".ui", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) source = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (source == NULL)
    g_error ("%s: %s", path, error->message);

  return translate (source, language);
}

static GtkWidget *
find_header (GtkWidget *widget)
{
  GtkWidget *header = ADW_IS_HEADER_BAR (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && header == NULL; child = gtk_widget_get_next_sibling (child))
    header = find_header (child);

  return header;
}

/* A dialog that is about to be shown becomes wide enough for its title between the buttons, which would cut it off where text is
 * large. */
static void
realize_cb (GtkWindow *dialog)
{
  GtkWidget *header = find_header (GTK_WIDGET (dialog));
  int width, height, natural;

  if (header == NULL)
    return;

  gtk_window_get_default_size (dialog, &width, &height);
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (width > 0 && natural > width)
    gtk_window_set_default_size (dialog, natural + HEADER_PADDING, height);
}

/**
 * koyomi_ui_build:
 * @self: a widget whose template has not been built
 * @type: the class that the template is for
 * @name: of the file, without .ui
 * @children: ends with %KOYOMI_UI_END; each member of @self is set to the object with that id, and holds a reference
 */
void
koyomi_ui_build (gpointer             self,
                 GType                type,
                 const char          *name,
                 KoyomiLanguage       language,
                 const KoyomiUiChild *children)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();
  g_autoptr(GBytes) description = load (name, language);
  g_autoptr(GError) error = NULL;

  gtk_builder_set_current_object (builder, self);
  if (!gtk_builder_extend_with_template (builder, self, type, g_bytes_get_data (description, NULL),
                                         g_bytes_get_size (description), &error))
    g_error ("%s.ui: %s", name, error->message);

  for (; children->id != NULL; children++)
    {
      GObject **member = G_STRUCT_MEMBER_P (self, children->offset);
      GObject *child = gtk_builder_get_object (builder, children->id);

      if (child == NULL)
        g_error ("%s.ui has no object “%s”", name, children->id);

      g_set_object (member, child);
    }

  if (ADW_IS_WINDOW (self))
    g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
}

/* Lets the objects go that koyomi_ui_build() found, and of a plain widget its children. */
void
koyomi_ui_clear (gpointer             self,
                 const KoyomiUiChild *children)
{
  GtkWidget *child;

  for (; children->id != NULL; children++)
    g_clear_object ((GObject **) G_STRUCT_MEMBER_P (self, children->offset));

  if (g_type_parent (G_OBJECT_TYPE (self)) == GTK_TYPE_WIDGET)
    while ((child = gtk_widget_get_first_child (self)) != NULL)
      gtk_widget_unparent (child);
}

/* Returns: (transfer full): the objects of ui/NAME.ui, for what is no widget class of its own */
GtkBuilder *
koyomi_ui_open (const char     *name,
                KoyomiLanguage  language)
{
  g_autoptr(GBytes) description = load (name, language);
  GtkBuilder *builder = gtk_builder_new ();
  g_autoptr(GError) error = NULL;
  GObject *dialog;

  if (!gtk_builder_add_from_string (builder, g_bytes_get_data (description, NULL), g_bytes_get_size (description), &error))
    g_error ("%s.ui: %s", name, error->message);

  dialog = gtk_builder_get_object (builder, "dialog");
  if (ADW_IS_WINDOW (dialog))
    g_signal_connect (dialog, "realize", G_CALLBACK (realize_cb), NULL);

  return builder;
}

/* Lets a button that has a label be narrower than that, so that several have room beside each other also where text is large. */
void
koyomi_ui_wrap_label (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}
