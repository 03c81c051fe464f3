#pragma once

#include <adwaita.h>

#include "koyomi-session.h"

G_BEGIN_DECLS

#define KOYOMI_APPLICATION_ID "app.koyomi.Koyomi"

/* What the program ends with where it cannot open a window. build-aux/run goes on from there. */
#define KOYOMI_APPLICATION_NO_DISPLAY 69

#define KOYOMI_TYPE_APPLICATION (koyomi_application_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiApplication, koyomi_application, KOYOMI, APPLICATION, AdwApplication)

KoyomiApplication *koyomi_application_new          (void) G_GNUC_WARN_UNUSED_RESULT;
KoyomiApplication *koyomi_application_of_window    (GtkWindow         *window);
KoyomiLanguage     koyomi_application_get_language (KoyomiApplication *self);
GSettings         *koyomi_application_get_settings (KoyomiApplication *self);
GtkWindow         *koyomi_application_get_parent   (KoyomiApplication *self);
gboolean           koyomi_application_open_plan    (KoyomiApplication *self,
                                                    GFile             *file,
                                                    GtkWindow         *window);
gboolean           koyomi_application_show_to_auditor (KoyomiApplication *self,
                                                       KoyomiSession     *session,
                                                       const char        *auditor,
                                                       GError           **error);

G_END_DECLS
