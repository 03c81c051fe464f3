#include "koyomi-start-page.h"

#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiStartPage
{
  GtkWidget       parent_instance;

  GSettings      *settings;
  KoyomiLanguage  language;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiStartPage, koyomi_start_page, GTK_TYPE_WIDGET)

static void
koyomi_start_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_START_PAGE (object)->settings);

  G_OBJECT_CLASS (koyomi_start_page_parent_class)->dispose (object);
}

static void
koyomi_start_page_class_init (KoyomiStartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_start_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_start_page_init (KoyomiStartPage *self)
{
}

GtkWidget *
koyomi_start_page_new (GSettings      *settings,
                       KoyomiLanguage  language)
{
  KoyomiStartPage *self = g_object_new (KOYOMI_TYPE_START_PAGE, NULL);

  self->settings = g_object_ref (settings);
  self->language = language;
  koyomi_ui_build (self, KOYOMI_TYPE_START_PAGE, "koyomi-start-page", language, children);

  return GTK_WIDGET (self);
}
