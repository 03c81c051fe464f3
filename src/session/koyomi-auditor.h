#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Auditor mode: a plan as an auditor is shown it. It is a copy in memory, so nothing is ever written to the file and no lock is taken; and it
 * lacks what is not finished yet, wherever that would be read: in views, reports, the search, and the change log.
 *
 * What is a draft:
 *   - a text of a report, unless it is the one that stands in a report that was issued (narrative);
 *   - minutes, decisions and what a management review is told, of a meeting that has not been held yet (meeting, agenda_item, decision,
 *     review_input);
 *   - the result of an audit that is not done, and the notes on what was looked at (audit, audit_item);
 *   - a policy that nobody has approved (policy);
 *   - what is written for a report to an authority, as long as none was filed of the incident (incident_item).
 * All else is shown, open findings and exceptions too: they are what an auditor looks for.
 *
 * What is printed or exported bears a mark; a report that was issued is written again as it was given out, and bears none. A past moment, and a copy, of such a session is shown likewise. */
KoyomiSession *koyomi_session_open_for_auditor (const char      *path,
                                                const char      *auditor,
                                                GCancellable    *cancellable,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiSession *koyomi_session_copy_for_auditor (KoyomiSession   *self,
                                                const char      *auditor,
                                                GCancellable    *cancellable,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiSession *koyomi_session_open_as_issued   (KoyomiSession   *self,
                                                gint64           seq,
                                                GCancellable    *cancellable,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       koyomi_session_is_for_auditor   (KoyomiSession   *self);

/* What stands on every page of what is written from the session. */
void           koyomi_session_set_watermark    (KoyomiSession   *self,
                                                const char      *text);
char          *koyomi_session_dup_watermark    (KoyomiSession   *self,
                                                KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
