#pragma once

#include <gio/gio.h>

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What every view of an open plan is given: the plan, the language that texts are shown in, the person's settings, and a way to
 * tell that person something. The window that holds the views listens.
 *
 * Signals:
 *   "failed" (title, GError): something could not be done: an error dialog
 *   "told" (text): a word in passing: a toast
 *   "offered" (text, button, action, target): likewise, with a button
 *   "run-wanted" (gint64): the calendar shows a run, and windows over it close
 *   "incident-wanted" (gint64): likewise the board an incident
 *   "flush" (): views write what is typed but not yet saved: the window is about to close
 *   "changed" (): the plan has changed, or the day; and so what views show. Comes once however many edits there were
 *
 * Properties:
 *   "baseline" (gint64): the bookmark that the calendar shows behind the plan; 0 for none */
#define KOYOMI_TYPE_WORKSPACE (koyomi_workspace_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiWorkspace, koyomi_workspace, KOYOMI, WORKSPACE, GObject)

KoyomiWorkspace *koyomi_workspace_new          (KoyomiSession    *session,
                                                KoyomiLanguage    language,
                                                GSettings        *settings) G_GNUC_WARN_UNUSED_RESULT;

KoyomiSession   *koyomi_workspace_get_session  (KoyomiWorkspace  *self);
KoyomiLanguage   koyomi_workspace_get_language (KoyomiWorkspace  *self);
GSettings       *koyomi_workspace_get_settings (KoyomiWorkspace  *self);
const char      *koyomi_workspace_tr           (KoyomiWorkspace  *self,
                                                const char       *text) G_GNUC_FORMAT (2);

gint64           koyomi_workspace_get_baseline (KoyomiWorkspace  *self);
void             koyomi_workspace_set_baseline (KoyomiWorkspace  *self,
                                                gint64            baseline);

gboolean         koyomi_workspace_can_edit     (KoyomiWorkspace  *self);
gboolean         koyomi_workspace_save         (KoyomiWorkspace  *self,
                                                KoyomiRecord     *record);
void             koyomi_workspace_fail         (KoyomiWorkspace  *self,
                                                const char       *title,
                                                const GError     *error);
void             koyomi_workspace_tell         (KoyomiWorkspace  *self,
                                                const char       *text);
void             koyomi_workspace_offer        (KoyomiWorkspace  *self,
                                                const char       *text,
                                                const char       *button,
                                                const char       *action,
                                                GVariant         *target);
void             koyomi_workspace_show_run      (KoyomiWorkspace *self,
                                                 gint64           run);
void             koyomi_workspace_show_incident (KoyomiWorkspace *self,
                                                 gint64           incident);
void             koyomi_workspace_flush        (KoyomiWorkspace  *self);
void             koyomi_workspace_refresh      (KoyomiWorkspace  *self);

G_END_DECLS
