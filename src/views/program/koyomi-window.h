#pragma once

#include <adwaita.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One window a plan; without a plan it shows the start page. */
#define KOYOMI_TYPE_WINDOW (koyomi_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiWindow, koyomi_window, KOYOMI, WINDOW, AdwApplicationWindow)

KoyomiWindow  *koyomi_window_new          (AdwApplication  *application,
                                           GSettings       *settings,
                                           KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
void           koyomi_window_set_session  (KoyomiWindow    *self,
                                           KoyomiSession   *session);
KoyomiSession *koyomi_window_get_session  (KoyomiWindow    *self);
KoyomiWorkspace *koyomi_window_get_workspace (KoyomiWindow  *self);
void           koyomi_window_set_language (KoyomiWindow    *self,
                                           KoyomiLanguage   language);
void           koyomi_window_flush        (KoyomiWindow    *self);
void           koyomi_window_check_day    (KoyomiWindow    *self);

G_END_DECLS
